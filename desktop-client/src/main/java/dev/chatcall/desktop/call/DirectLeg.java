package dev.chatcall.desktop.call;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.media.MediaEngine;
import dev.chatcall.desktop.media.PeerState;
import dev.chatcall.desktop.media.Stat;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.call.CallParticipant;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.CallRoute;
import dev.chatcall.protocol.call.IceServer;
import dev.chatcall.protocol.call.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Media straight between two people. Who comes into the call offers, who is in it answers: so a restarted program is met
 * like a new one. Where both offer, the one with the larger endpoint id gives way (perfect negotiation).
 */
final class DirectLeg implements Leg {
    /** Without a way after so long, another must be found: at first … */
    private static final Duration NO_WAY = Duration.ofSeconds(8);
    /** … and after one that was there is lost, when restarts had their chance. */
    private static final Duration LOST_WAY = Duration.ofSeconds(12);
    /** A way that stutters often heals by itself. */
    private static final Duration HEAL = Duration.ofSeconds(2);
    /** Between two attempts to find another way. */
    private static final Duration RESTART_EVERY = Duration.ofSeconds(4);

    private final Surroundings around;
    private final Store<LegState> state = new Store<>(LegState.WAITING);
    private final Store<Map<UUID, RemoteMedia>> remote = new Store<>(Map.of());
    private final SpeakingWatch speakers;
    private final Turn turn = new Turn();
    private final List<Signal> unsaid = new ArrayList<>();
    private PeerLink link;
    private @Nullable UUID callId;
    private @Nullable Other other;
    private SentTracks tracks = SentTracks.NONE;
    private boolean wasConnected;
    private Subscription way = () -> {};
    private Subscription restarting = () -> {};
    private boolean closed;

    /** @param noWay called when no direct way was found in time */
    record Surroundings(
            Loop loop,
            MediaEngine engine,
            Asking asking,
            UUID accountId,
            UUID endpointId,
            List<IceServer> iceServers,
            Runnable noWay) {}

    private record Other(UUID accountId, UUID endpointId) {}

    /** @param offers whether one comes into the call; it can then be prepared while it rings */
    DirectLeg(Surroundings around, boolean offers) {
        this.around = around;
        link = newLink(List.of());
        if (offers) {
            inTurn(this::offer);
        }
        speakers = new SpeakingWatch(around.loop(), this::counted, this::speakersIn);
        speakers.listen();
    }

    @Override
    public CallRoute route() {
        return CallRoute.DIRECT;
    }

    @Override
    public Observable<LegState> state() {
        return state;
    }

    @Override
    public Observable<Map<UUID, RemoteMedia>> remote() {
        return remote;
    }

    @Override
    public Observable<List<UUID>> speaking() {
        return speakers.speaking();
    }

    @Override
    public void update(Call call) {
        callId = call.id();
        List<CallParticipant> others = Leg.othersIn(call, around.accountId());
        UUID endpoint = others.isEmpty() ? null : others.getFirst().endpointId();
        if (endpoint == null || (other != null && other.endpointId().equals(endpoint))) {
            return;
        }
        boolean first = other == null;
        other = new Other(others.getFirst().accountId(), endpoint);
        if (!first) {
            unsaid.clear();
        }
        List<Signal> waiting = List.copyOf(unsaid);
        unsaid.clear();
        waiting.forEach(this::say);
        changed();
        awaitWay(wasConnected ? LOST_WAY : NO_WAY);
    }

    @Override
    public void send(SentTracks now) {
        tracks = now;
        inTurn(() -> link.send(now));
    }

    @Override
    public void happened(CallEvent event) {
        if (event instanceof CallEvent.Signalled(UUID from, Signal signal)) {
            inTurn(() -> heard(signal));
        }
    }

    @Override
    public void lineBack(Call call) {
        update(call);
        if (other != null && link.state() != PeerState.CONNECTED) {
            restart();
        }
    }

    @Override
    public void networkChanged() {
        if (other != null) {
            restart();
        }
    }

    @Override
    public void setTileSize(String tileId, int width) {}

    @Override
    public CompletableFuture<Map<UUID, Sample>> samples() {
        Other peer = other;
        if (peer == null) {
            return CompletableFuture.completedFuture(Map.of());
        }
        return link.stats()
                .thenApply(stats -> Map.of(
                        peer.accountId(), Stats.sampleOf(stats, around.loop().now(), null, true),
                        around.accountId(), Stats.sampleOf(stats, around.loop().now(), null, false)));
    }

    @Override
    public void close() {
        closed = true;
        way.close();
        restarting.close();
        speakers.close();
        link.close();
    }

    private PeerLink newLink(List<Signal.Candidate> early) {
        return new PeerLink(around.engine(), around.iceServers(), tracks, early, new PeerLink.Events() {
            @Override
            public void candidate(PeerLink of, Signal.Candidate candidate) {
                if (of == link && !closed) {
                    say(candidate);
                }
            }

            @Override
            public void changed(PeerLink of) {
                if (of == link && !closed) {
                    DirectLeg.this.changed();
                }
            }
        });
    }

    /** The other side is not the one that the connection was made with: begins anew. */
    private void renew() {
        List<Signal.Candidate> early = link.early();
        link.close();
        unsaid.clear();
        link = newLink(early);
    }

    /** One after the other; what fails is found out by the watch over the way. */
    private void inTurn(Supplier<CompletableFuture<Void>> task) {
        turn.take(() -> closed ? done() : task.get()).whenComplete((done, failure) -> {
            if (failure != null && !closed) {
                restartLater(HEAL);
            }
        });
    }

    private CompletableFuture<Void> offer() {
        PeerLink of = link;
        return of.offer().thenAccept(sdp -> {
            say(new Signal.Description("offer", sdp));
            changed();
        });
    }

    private CompletableFuture<Void> heard(Signal signal) {
        return switch (signal) {
            case Signal.Candidate candidate -> link.add(candidate);
            case Signal.Description description ->
                switch (description.kind()) {
                    case "offer" -> offered(description.sdp());
                    case "answer" -> answered(description.sdp());
                    default -> done();
                };
        };
    }

    private CompletableFuture<Void> offered(String sdp) {
        boolean polite = other == null
                || around.endpointId().toString().compareTo(other.endpointId().toString()) > 0;
        if (link.offering() && !polite) {
            return done();
        }
        String known = link.remoteSession();
        // An offer of one's own that was never answered made lines that another offer's would not fit.
        if (known == null ? link.offering() : !known.equals(Sdp.sessionOf(sdp))) {
            renew();
        }
        return link.accept(sdp).thenAccept(answer -> {
            say(new Signal.Description("answer", answer));
            changed();
        });
    }

    private CompletableFuture<Void> answered(String sdp) {
        String known = link.remoteSession();
        if (known != null && !Objects.equals(known, Sdp.sessionOf(sdp))) {
            renew();
            return offer();
        }
        return link.answered(sdp).thenRun(this::changed);
    }

    private void say(Signal signal) {
        Other peer = other;
        UUID call = callId;
        if (closed) {
            return;
        }
        if (peer == null || call == null) {
            unsaid.add(signal);
            return;
        }
        around.asking()
                .ask(new CallRequest.SendSignal(call, around.endpointId(), peer.endpointId(), signal))
                .whenComplete((done, failure) -> {
                    // The other may be away just then; a candidate alone is rarely missed, a description always.
                    if (failure != null && signal instanceof Signal.Description && !closed) {
                        restartLater(HEAL);
                    }
                });
    }

    private void changed() {
        Other peer = other;
        if (peer == null || closed) {
            return;
        }
        remote.set(Map.of(peer.accountId(), link.media()));
        if (link.state() == PeerState.CONNECTED) {
            wasConnected = true;
            way.close();
            restarting.close();
            state.set(LegState.CONNECTED);
            return;
        }
        if (state.get() == LegState.CONNECTED) {
            awaitWay(LOST_WAY);
        }
        state.set(wasConnected ? LegState.LOST : LegState.CONNECTING);
        if (link.state() == PeerState.DISCONNECTED) {
            restartLater(HEAL);
        }
        if (link.state() == PeerState.FAILED) {
            restart();
        }
    }

    private void awaitWay(Duration patience) {
        way.close();
        way = around.loop().after(patience, () -> {
            if (link.state() == PeerState.CONNECTED || closed) {
                return;
            }
            around.noWay().run();
            if (closed) {
                return;
            }
            // Where there is no other way, or what was said about this one got lost.
            restart();
            awaitWay(LOST_WAY);
        });
    }

    private void restartLater(Duration delay) {
        restarting.close();
        restarting = around.loop().after(delay, () -> {
            if (link.state() != PeerState.CONNECTED && !closed) {
                restart();
            }
        });
    }

    /** Looks for another way, with fresh TURN credentials where there are any to be had. */
    private void restart() {
        restartLater(RESTART_EVERY);
        inTurn(() -> around.asking()
                .ask(new CallRequest.GetIceServers(), CallReply.IceServers.class)
                .thenCompose(fresh -> closed ? done() : link.setIceServers(fresh.iceServers()))
                .handle((done, failure) -> closed ? done() : offer())
                .thenCompose(offered -> offered));
    }

    /** Before there is a way nothing is heard. */
    private CompletableFuture<List<Stat>> counted() {
        return other != null && link.state() == PeerState.CONNECTED
                ? link.stats()
                : CompletableFuture.completedFuture(List.of());
    }

    private List<UUID> speakersIn(List<Stat> stats) {
        Other peer = other;
        List<UUID> heard = new ArrayList<>();
        if (peer != null && Stats.levelIn(stats, null) > SpeakingWatch.HEARD_LEVEL) {
            heard.add(peer.accountId());
        }
        if (Stats.levelOut(stats) > SpeakingWatch.HEARD_LEVEL
                && tracks.microphone() != null
                && tracks.microphone().enabled()) {
            heard.add(around.accountId());
        }
        return List.copyOf(heard);
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
