package dev.chatcall.desktop.call;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.call.CallRoute;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The media of one call, over whichever way it takes; changing the way leaves no gap. */
final class CallMedia implements AutoCloseable {
    /** How often the new way is looked at while both are open. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    /** Somebody may have nothing to send just then: a new way that stands for so long is good. */
    private static final long PATIENCE_MS = 4_000;
    /** The other side changes over at its own pace, and hears of the old way until then. */
    private static final Duration OLD_WAY_STAYS = Duration.ofMillis(2_500);

    private final UUID accountId;
    private final Loop loop;
    private final Function<Call, Leg> makeLeg;
    private final Store<View> view;
    private final Map<String, Integer> widths = new HashMap<>();
    private final Set<Way> old = new LinkedHashSet<>();
    private Call call;
    private SentTracks tracks = SentTracks.NONE;
    private Way now;
    /** Being built; takes over once media flows there. */
    private @Nullable Way next;

    private @Nullable Long nextConnectedAt;
    private Subscription looking = () -> {};

    CallMedia(UUID accountId, Loop loop, Function<Call, Leg> makeLeg, Call call, SentTracks tracks) {
        this.accountId = accountId;
        this.loop = loop;
        this.makeLeg = makeLeg;
        this.call = call;
        this.tracks = tracks;
        now = new Way(Key.of(call), makeLeg.apply(call));
        view = new Store<>(View.of(now.leg));
        begin(now, call);
    }

    /** What is known of the way in use. */
    record View(CallRoute route, LegState state, Map<UUID, RemoteMedia> remote, List<UUID> speaking) {
        static View of(Leg leg) {
            return new View(
                    leg.route(),
                    leg.state().get(),
                    leg.remote().get(),
                    leg.speaking().get());
        }
    }

    Observable<View> view() {
        return view;
    }

    /** The call as it stands, or the one that goes on in its place. */
    void follow(Call call) {
        this.call = call;
        Key key = Key.of(call);
        if (key.equals(now.key)) {
            dropNext();
            now.leg.update(call);
        } else if (next != null && key.equals(next.key)) {
            next.leg.update(call);
        } else {
            dropNext();
            Way way = new Way(key, makeLeg.apply(call));
            next = way;
            nextConnectedAt = null;
            begin(way, call);
            watch();
        }
    }

    void lineBack(Call call) {
        follow(call);
        ways().filter(way -> way.key.equals(Key.of(call))).forEach(way -> way.leg.lineBack(call));
    }

    void send(SentTracks tracks) {
        this.tracks = tracks;
        Stream.concat(ways(), List.copyOf(old).stream()).forEach(way -> way.leg.send(tracks));
    }

    void happened(UUID callId, CallEvent event) {
        ways().filter(way -> way.key.callId().equals(callId)).forEach(way -> way.leg.happened(event));
    }

    void networkChanged() {
        ways().forEach(way -> way.leg.networkChanged());
    }

    void setTileSize(String tileId, int width) {
        widths.put(tileId, width);
        ways().forEach(way -> way.leg.setTileSize(tileId, width));
    }

    CompletableFuture<Map<UUID, Sample>> samples() {
        return now.leg.samples();
    }

    @Override
    public void close() {
        dropNext();
        now.close();
        old.forEach(Way::close);
        old.clear();
    }

    private Stream<Way> ways() {
        return Stream.concat(Stream.of(now), Stream.ofNullable(next)).toList().stream();
    }

    private void begin(Way way, Call call) {
        widths.forEach(way.leg::setTileSize);
        way.leg.send(tracks);
        way.leg.update(call);
        Consumer<Object> show = changed -> {
            if (now == way) {
                view.set(View.of(way.leg));
            }
        };
        way.watching = List.of(
                way.leg.state().onChange(show),
                way.leg.remote().onChange(show),
                way.leg.speaking().onChange(show));
        show.accept(call);
    }

    private void watch() {
        looking.close();
        looking = loop.after(LOOK_EVERY, () -> {
            if (next == null) {
                return;
            }
            if (isReady(next)) {
                changeOver(next);
            } else {
                watch();
            }
        });
    }

    private boolean isReady(Way way) {
        if (way.leg.state().get() != LegState.CONNECTED) {
            return false;
        }
        if (nextConnectedAt == null) {
            nextConnectedAt = loop.now();
        }
        if (now.leg.state().get() != LegState.CONNECTED) {
            return true;
        }
        return flows(way.leg) || loop.now() - nextConnectedAt >= PATIENCE_MS;
    }

    /** Whether everybody who speaks is heard that way. */
    private boolean flows(Leg leg) {
        Map<UUID, RemoteMedia> remote = leg.remote().get();
        return Leg.othersIn(call, accountId).stream()
                .filter(other -> other.media().microphone() && other.connected())
                .allMatch(other ->
                        remote.getOrDefault(other.accountId(), RemoteMedia.NONE).heard());
    }

    private void changeOver(Way way) {
        Way before = now;
        now = way;
        next = null;
        old.add(before);
        view.set(View.of(way.leg));
        loop.after(OLD_WAY_STAYS, () -> {
            if (old.remove(before)) {
                before.close();
            }
        });
    }

    private void dropNext() {
        looking.close();
        if (next != null) {
            next.close();
        }
        next = null;
    }

    /** Of the call and its route: another needs another leg. */
    private record Key(UUID callId, CallRoute route) {
        static Key of(Call call) {
            return new Key(call.id(), call.route());
        }
    }

    private static final class Way {
        private final Key key;
        private final Leg leg;
        private List<Subscription> watching = List.of();

        private Way(Key key, Leg leg) {
            this.key = key;
            this.leg = leg;
        }

        private void close() {
            watching.forEach(Subscription::close);
            leg.close();
        }
    }
}
