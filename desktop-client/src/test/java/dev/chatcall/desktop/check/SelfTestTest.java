package dev.chatcall.desktop.check;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.check.Check.Name;
import dev.chatcall.desktop.check.Check.Problem;
import dev.chatcall.desktop.check.Check.State;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.protocol.call.Connectivity;
import dev.chatcall.protocol.call.IceServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfTestTest {
    private final Store<Boolean> live = new Store<>(true);
    private final List<Check> reports = new ArrayList<>();
    private final List<List<IceServer>> iceAsked = new ArrayList<>();
    private CompletableFuture<Connectivity> told = completedFuture(connectivity(true, "media.test"));
    private CompletableFuture<Long> delay = completedFuture(30L);
    private CompletableFuture<Finding> microphone = completedFuture(Finding.passed("Headset"));
    private long clockOffset = -1_234;
    private int mediaAsked;

    private static Connectivity connectivity(boolean service, String address) {
        return new Connectivity(
                0,
                List.of(
                        new IceServer(List.of("stun:stun.test"), null, null),
                        new IceServer(List.of("stun:turn.test", "turn:turn.test", "turns:turn.test"), "name", "word")),
                service,
                service ? null : "It is not installed.",
                address,
                service ? List.of(44_400, 44_499) : List.of());
    }

    private final class World implements SelfTest.Parts {
        @Override
        public Observable<Boolean> live() {
            return live;
        }

        @Override
        public long clockOffset() {
            return clockOffset;
        }

        @Override
        public CompletableFuture<Connectivity> connectivity() {
            return told;
        }

        @Override
        public CompletableFuture<Finding> certificate() {
            return completedFuture(Finding.passed("2027-01-01"));
        }

        @Override
        public CompletableFuture<Long> delay() {
            return delay;
        }

        @Override
        public CompletableFuture<Finding> microphone() {
            return microphone;
        }

        @Override
        public CompletableFuture<Finding> camera() {
            throw new IllegalStateException("broken");
        }

        @Override
        public CompletableFuture<Finding> ice(List<IceServer> servers, boolean relay) {
            iceAsked.add(servers);
            return completedFuture(Finding.passed("192.0.2.1"));
        }

        @Override
        public CompletableFuture<Finding> media(boolean tcp) {
            mediaAsked++;
            return completedFuture(tcp ? Finding.failed(Problem.TCP_BLOCKED) : Finding.passed("4 ms"));
        }
    }

    private void run() {
        SelfTest.run(new World(), Runnable::run, reports::add).join();
    }

    private Check found(Name name) {
        return reports.stream().filter(check -> check.name() == name).toList().getLast();
    }

    @Test
    void goesThroughAllOfItInOrderAndSaysWhatRuns() {
        run();
        assertThat(reports.stream().map(Check::name).distinct()).containsExactly(Name.values());
        assertThat(Stream.of(Name.values())
                        .map(name -> reports.stream()
                                .filter(check -> check.name() == name)
                                .toList()
                                .getFirst()
                                .state()))
                .containsOnly(State.RUNNING);
        assertThat(Stream.of(Name.values()).map(name -> found(name).detail()))
                .containsExactly(
                        "2027-01-01",
                        "30 ms",
                        "1.2 s",
                        "Headset",
                        null,
                        "192.0.2.1",
                        "192.0.2.1",
                        "media.test:44400–44499",
                        "4 ms",
                        null);
        assertThat(found(Name.MEDIA_TCP).problem()).isEqualTo(Problem.TCP_BLOCKED);
    }

    @Test
    void asksEachKindOfServerAtItsOwnAddresses() {
        run();
        assertThat(iceAsked.get(0).stream().flatMap(server -> server.urls().stream()))
                .containsExactly("stun:stun.test", "stun:turn.test");
        assertThat(iceAsked.get(1))
                .containsExactly(new IceServer(List.of("turn:turn.test", "turns:turn.test"), "name", "word"));
    }

    @Test
    void whatBreaksIsLeftOut() {
        run();
        assertThat(found(Name.CAMERA)).isEqualTo(new Check(Name.CAMERA, State.SKIPPED, null, Problem.NOT_CHECKED));
    }

    @Test
    void withoutALineLeavesOutWhatGoesOverItAndTellsTheRest() {
        live.set(false);
        run();
        assertThat(found(Name.WEB_SOCKET).problem()).isEqualTo(Problem.OFFLINE);
        for (Name name : List.of(Name.CLOCK, Name.MEDIA_UDP, Name.MEDIA_TCP)) {
            assertThat(found(name).state()).isEqualTo(State.SKIPPED);
        }
        assertThat(found(Name.STUN).state()).isEqualTo(State.PASSED);
        assertThat(mediaAsked).isZero();
    }

    @Test
    void takesALineThatDoesNotAnswerForNone() {
        delay = failedFuture(new IllegalStateException());
        run();
        assertThat(found(Name.WEB_SOCKET)).isEqualTo(new Check(Name.WEB_SOCKET, State.FAILED, null, Problem.OFFLINE));
    }

    @ParameterizedTest
    @CsvSource({"299999,PASSED,300.0 s", "-299999,PASSED,300.0 s", "300000,FAILED,300.0 s", "-3600000,FAILED,3600.0 s"})
    void bearsAClockThatIsOffByLessThanFiveMinutes(long off, State state, String detail) {
        clockOffset = off;
        run();
        assertThat(found(Name.CLOCK).state()).isEqualTo(state);
        assertThat(found(Name.CLOCK).detail()).isEqualTo(detail);
    }

    @Test
    void leavesOutServersThatAreNotSetUp() {
        told = completedFuture(new Connectivity(0, List.of(), true, null, null, List.of()));
        run();
        assertThat(found(Name.STUN).problem()).isEqualTo(Problem.STUN_NOT_CONFIGURED);
        assertThat(found(Name.TURN).problem()).isEqualTo(Problem.TURN_NOT_CONFIGURED);
        assertThat(found(Name.MEDIA_SERVICE)).isEqualTo(new Check(Name.MEDIA_SERVICE, State.PASSED, null, null));
    }

    @Test
    void tellsWhatTheMediaServiceLacksAndDoesNotTryToReachIt() {
        told = completedFuture(connectivity(false, null));
        run();
        assertThat(found(Name.MEDIA_SERVICE))
                .isEqualTo(new Check(
                        Name.MEDIA_SERVICE, State.FAILED, "It is not installed.", Problem.MEDIA_SERVICE_MISSING));
        assertThat(mediaAsked).isZero();
    }

    @Test
    void blamesNoServerForAnAnswerThatDidNotCome() {
        told = failedFuture(new IllegalStateException("503"));
        run();
        for (Name name : List.of(Name.STUN, Name.TURN, Name.MEDIA_SERVICE, Name.MEDIA_UDP, Name.MEDIA_TCP)) {
            assertThat(found(name).problem()).isEqualTo(Problem.NOT_CHECKED);
        }
    }
}
