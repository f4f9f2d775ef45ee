package dev.chatcall.desktop.call;

import dev.chatcall.desktop.media.Peer;
import dev.chatcall.desktop.media.Peer.IceCandidate;
import dev.chatcall.desktop.media.PeerListener;
import dev.chatcall.desktop.media.PeerState;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.TransportDirection;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One stay in a room of the media service: two connections, what goes out and what comes in. */
final class Room implements AutoCloseable {
    /** A way that stutters often heals by itself. */
    private static final Duration HEAL = Duration.ofSeconds(2);
    /** After so long without a way, restarts have failed. */
    private static final Duration LOST = Duration.ofSeconds(10);

    private final Store<LegState> state = new Store<>(LegState.CONNECTING);
    private final RoomAddress address;
    private final Runnable lost;
    private final Way out;
    private final Way in;
    private final RoomSending sending;
    private final RoomReceiving receiving;
    private Subscription losing = () -> {};
    private boolean wasConnected;
    private boolean closed;

    private Room(RoomAddress address, UUID sendId, UUID receiveId, Runnable lost) {
        this.address = address;
        this.lost = lost;
        out = new Way();
        in = new Way();
        sending = new RoomSending(address, sendId, connect(out), this::failed);
        receiving = new RoomReceiving(address, receiveId, connect(in), this::failed);
        out.restart = sending::restartIce;
        in.restart = receiving::restartIce;
        awaitWay();
    }

    /** One of the two connections. */
    private static final class Way {
        private PeerState state = PeerState.NEW;
        private Runnable restart = () -> {};
        private Subscription healing = () -> {};

        private boolean broken() {
            return state == PeerState.FAILED || state == PeerState.DISCONNECTED;
        }
    }

    /**
     * Fails with {@code ApiException} when the media service refuses or does not answer.
     *
     * @param lost called when this room is of no use any more; open another
     */
    static CompletableFuture<Room> open(RoomAddress address, Runnable lost) {
        return address.asking()
                .ask(new CallRequest.OpenRoom(address.callId(), address.endpointId()), CallReply.RoomOpened.class)
                .thenCompose(opened -> openTransport(address, TransportDirection.SEND)
                        .thenCombine(
                                openTransport(address, TransportDirection.RECEIVE),
                                (send, receive) -> new Room(address, send, receive, lost)));
    }

    private static CompletableFuture<UUID> openTransport(RoomAddress address, TransportDirection direction) {
        return address.asking()
                .ask(
                        new CallRequest.OpenTransport(address.callId(), address.endpointId(), direction, false),
                        CallReply.TransportOpened.class)
                .thenApply(CallReply.TransportOpened::transportId);
    }

    Observable<LegState> state() {
        return state;
    }

    RoomSending sending() {
        return sending;
    }

    RoomReceiving receiving() {
        return receiving;
    }

    void update(Call call) {
        receiving.update(call);
        show();
    }

    void send(SentTracks tracks) {
        sending.send(tracks);
        show();
    }

    void restartIce() {
        sending.restartIce();
        receiving.restartIce();
    }

    @Override
    public void close() {
        closed = true;
        losing.close();
        out.healing.close();
        in.healing.close();
        sending.close();
        receiving.close();
    }

    private Peer connect(Way way) {
        Consumer<PeerState> changed = next -> changed(way, next);
        return address.engine().connect(address.iceServers(), new PeerListener() {
            @Override
            public void candidate(IceCandidate candidate) {
                // The media service learns from where one comes.
            }

            @Override
            public void stateChanged(PeerState next) {
                changed.accept(next);
            }
        });
    }

    private void changed(Way way, PeerState next) {
        if (closed) {
            return;
        }
        way.state = next;
        way.healing.close();
        if (next == PeerState.FAILED) {
            way.restart.run();
        }
        if (next == PeerState.DISCONNECTED) {
            way.healing = address.loop().after(HEAL, way.restart);
        }
        show();
    }

    private void show() {
        // Who has nothing to send, or nothing to receive yet, needs no way for it.
        boolean sends = out.state == PeerState.CONNECTED || (out.state == PeerState.NEW && sending.idle());
        if (sends && (in.state == PeerState.CONNECTED || in.state == PeerState.NEW)) {
            wasConnected = true;
            losing.close();
            state.set(LegState.CONNECTED);
        } else if (out.broken() || in.broken()) {
            if (state.get() == LegState.CONNECTED) {
                awaitWay();
            }
            state.set(wasConnected ? LegState.LOST : LegState.CONNECTING);
        }
    }

    private void awaitWay() {
        losing.close();
        losing = address.loop().after(LOST, () -> {
            if (state.get() != LegState.CONNECTED) {
                giveUp();
            }
        });
    }

    private void failed(Throwable failure) {
        giveUp();
    }

    private void giveUp() {
        if (!closed) {
            lost.run();
        }
    }
}
