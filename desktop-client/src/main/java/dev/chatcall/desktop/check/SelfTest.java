package dev.chatcall.desktop.check;

import dev.chatcall.desktop.check.Check.Name;
import dev.chatcall.desktop.check.Check.Problem;
import dev.chatcall.desktop.check.Check.State;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.protocol.call.Connectivity;
import dev.chatcall.protocol.call.IceServer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks at everything that calls need, step by step. On the loop. */
public final class SelfTest {
    /** TURN credentials of an hour allow for some minutes. */
    private static final long CLOCK_OFF_MS = 5 * 60_000;

    private final Parts parts;
    private final Executor loop;
    private final Consumer<Check> report;

    /** What the rest of the client knows and can try. */
    public interface Parts {
        /** Everything is as on the server. */
        Observable<Boolean> live();

        /** Milliseconds to add to this machine's clock to have the server's. */
        long clockOffset();

        CompletableFuture<Connectivity> connectivity();

        CompletableFuture<Finding> certificate();

        /** How long the server takes to answer over the line, in milliseconds. */
        CompletableFuture<Long> delay();

        CompletableFuture<Finding> microphone();

        CompletableFuture<Finding> camera();

        /** The servers of one kind, each with that kind's addresses alone; at least one. */
        CompletableFuture<Finding> ice(List<IceServer> servers, boolean relay);

        CompletableFuture<Finding> media(boolean tcp);
    }

    private SelfTest(Parts parts, Executor loop, Consumer<Check> report) {
        this.parts = parts;
        this.loop = loop;
        this.report = report;
    }

    /**
     * Never fails: what goes wrong is a finding.
     *
     * @param report is told when a check begins and when it has ended
     */
    public static CompletableFuture<Void> run(Parts parts, Executor loop, Consumer<Check> report) {
        return new SelfTest(parts, loop, report).run();
    }

    private CompletableFuture<Void> run() {
        return check(Name.CERTIFICATE, parts::certificate)
                .thenCompose(done -> check(Name.WEB_SOCKET, this::line))
                .thenCompose(done -> check(Name.CLOCK, this::clock))
                .thenCompose(done -> check(Name.MICROPHONE, parts::microphone))
                .thenCompose(done -> check(Name.CAMERA, parts::camera))
                .thenCompose(done -> told())
                .thenCompose(this::servers);
    }

    private CompletableFuture<Void> servers(Told told) {
        Connectivity known = told.connectivity();
        return check(Name.STUN, () -> ice(known, false))
                .thenCompose(done -> check(Name.TURN, () -> ice(known, true)))
                .thenCompose(done -> check(Name.MEDIA_SERVICE, () -> CompletableFuture.completedFuture(service(known))))
                .thenCompose(service -> {
                    boolean usable =
                            service.state() == State.PASSED && parts.live().get();
                    return check(Name.MEDIA_UDP, () -> media(usable, false))
                            .thenCompose(done -> check(Name.MEDIA_TCP, () -> media(usable, true)));
                })
                .thenAccept(done -> {});
    }

    /** @param connectivity null: the server did not tell */
    private record Told(@Nullable Connectivity connectivity) {}

    private CompletableFuture<Told> told() {
        return parts.connectivity().handleAsync((known, failure) -> new Told(failure == null ? known : null), loop);
    }

    private CompletableFuture<Finding> check(Name name, Supplier<CompletableFuture<Finding>> find) {
        report.accept(Check.running(name));
        CompletableFuture<Finding> found;
        try {
            found = find.get();
        } catch (RuntimeException e) {
            found = CompletableFuture.failedFuture(e);
        }
        return found.handleAsync(
                (finding, failure) -> {
                    Finding told = failure == null ? finding : Finding.skipped(Problem.NOT_CHECKED);
                    report.accept(Check.of(name, told));
                    return told;
                },
                loop);
    }

    private CompletableFuture<Finding> line() {
        Finding offline = Finding.failed(Problem.OFFLINE);
        if (!parts.live().get()) {
            return CompletableFuture.completedFuture(offline);
        }
        return parts.delay().handle((ms, failure) -> failure == null ? Finding.passed(ms + " ms") : offline);
    }

    private CompletableFuture<Finding> clock() {
        // Only the line tells the server's time.
        if (!parts.live().get()) {
            return CompletableFuture.completedFuture(Finding.skipped(Problem.NOT_CHECKED));
        }
        long off = Math.abs(parts.clockOffset());
        String detail = String.format(Locale.ROOT, "%.1f s", off / 1_000.0);
        return CompletableFuture.completedFuture(
                off < CLOCK_OFF_MS ? Finding.passed(detail) : Finding.failed(Problem.CLOCK_OFF, detail));
    }

    private CompletableFuture<Finding> ice(@Nullable Connectivity known, boolean relay) {
        if (known == null) {
            return CompletableFuture.completedFuture(Finding.skipped(Problem.NOT_CHECKED));
        }
        Predicate<String> kind = relay ? IceAddress::isTurn : IceAddress::isStun;
        List<IceServer> servers = known.iceServers().stream()
                .map(server -> new IceServer(
                        server.urls().stream().filter(kind).toList(), server.username(), server.credential()))
                .filter(server -> !server.urls().isEmpty())
                .toList();
        if (servers.isEmpty()) {
            return CompletableFuture.completedFuture(
                    Finding.skipped(relay ? Problem.TURN_NOT_CONFIGURED : Problem.STUN_NOT_CONFIGURED));
        }
        return parts.ice(servers, relay);
    }

    private static Finding service(@Nullable Connectivity known) {
        if (known == null) {
            return Finding.skipped(Problem.NOT_CHECKED);
        }
        if (!known.mediaService()) {
            return Finding.failed(Problem.MEDIA_SERVICE_MISSING, known.mediaProblem());
        }
        List<String> ports = known.mediaPorts().stream().map(String::valueOf).toList();
        String range = ports.isEmpty() ? "" : ":" + String.join("–", ports);
        return Finding.passed(known.announcedAddress() == null ? null : known.announcedAddress() + range);
    }

    private CompletableFuture<Finding> media(boolean usable, boolean tcp) {
        return usable ? parts.media(tcp) : CompletableFuture.completedFuture(Finding.skipped(Problem.NOT_CHECKED));
    }
}
