package dev.chatcall.desktop.call;

import dev.chatcall.desktop.call.LinkQuality.Way;
import dev.chatcall.desktop.media.Stat;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.call.CallParticipant;
import dev.chatcall.protocol.call.CallRoute;
import dev.chatcall.protocol.call.Track;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Media through the server's media service. When its room is lost, another is opened and everything sent anew. */
final class ServiceLeg implements Leg {
    /** Between two attempts to open a room, growing to the last. */
    private static final List<Duration> OPEN_AGAIN =
            List.of(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(800), Duration.ofMillis(1_500));

    private final Store<LegState> state = new Store<>(LegState.CONNECTING);
    private final Store<Map<UUID, RemoteMedia>> remote = new Store<>(Map.of());
    private final Store<List<UUID>> speaking = new Store<>(List.of());
    private final CallContext context;
    private final Asking asking;
    private final LegMaker.Place place;
    private final Consumer<@Nullable Throwable> refused;
    private final Map<String, Integer> widths = new HashMap<>();
    private Call call;
    private SentTracks tracks = SentTracks.NONE;
    private @Nullable Room room;
    private List<Subscription> watching = List.of();
    private Subscription openAgain = () -> {};
    private boolean wasConnected;
    private int tries;
    /** Grows with each room, so that one that comes late is not taken. */
    private int turn;

    private boolean opening;
    private boolean closed;

    /** @param refused a room could not be opened, and why; it is tried again. Null when it could */
    ServiceLeg(
            CallContext context,
            Asking asking,
            LegMaker.Place place,
            Call call,
            Consumer<@Nullable Throwable> refused) {
        this.context = context;
        this.asking = asking;
        this.place = place;
        this.call = call;
        this.refused = refused;
        open();
    }

    @Override
    public CallRoute route() {
        return CallRoute.MEDIA_SERVICE;
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
        return speaking;
    }

    @Override
    public void update(Call now) {
        call = now;
        if (room != null) {
            room.update(now);
        }
    }

    @Override
    public void send(SentTracks now) {
        tracks = now;
        if (room != null) {
            room.send(now);
        }
    }

    @Override
    public void happened(CallEvent event) {
        switch (event) {
            case CallEvent.Speaking(var accountIds) -> speaking.set(accountIds);
            case CallEvent.LayerWanted(var producerId, var layer) -> limit(producerId, layer);
            case CallEvent.RoomLost _ -> begin();
            case CallEvent.Signalled _, CallEvent.Reacted _ -> {}
        }
    }

    @Override
    public void lineBack(Call now) {
        update(now);
        Room held = room;
        List<UUID> sent = held == null ? List.of() : held.sending().producerIds();
        // The server may have lost the room without being able to say so.
        if (held == null || !known(now).containsAll(sent)) {
            begin();
        } else if (sent.isEmpty() || state.get() != LegState.CONNECTED) {
            // Of who sends nothing the server has nothing to forget: asking for another way shows whether it is there.
            held.restartIce();
        }
    }

    private Set<UUID> known(Call now) {
        return now.participants().stream()
                .filter(participant -> participant.accountId().equals(context.accountId()))
                .map(CallParticipant::tracks)
                .flatMap(List::stream)
                .map(Track::producerId)
                .collect(Collectors.toSet());
    }

    @Override
    public void networkChanged() {
        if (room != null) {
            room.restartIce();
        }
    }

    @Override
    public void setTileSize(String tileId, int width) {
        widths.put(tileId, width);
        if (room != null) {
            room.receiving().setTileSize(tileId, width);
        }
    }

    @Override
    public CompletableFuture<Map<UUID, Sample>> samples() {
        Room held = room;
        if (held == null) {
            return CompletableFuture.completedFuture(Map.of());
        }
        return held.receiving()
                .stats()
                .exceptionally(gone -> List.of())
                .thenCombine(
                        held.sending().stats().exceptionally(gone -> List.of()), (in, out) -> samples(held, in, out));
    }

    private Map<UUID, Sample> samples(Room held, List<Stat> in, List<Stat> out) {
        long now = context.loop().now();
        Map<UUID, Sample> all = new HashMap<>();
        held.receiving().mids().forEach((account, mids) -> {
            List<Stat> theirs = in.stream()
                    .filter(stat -> !stat.type().equals("inbound-rtp") || mids.contains(stat.text("mid")))
                    .toList();
            all.put(account, Stats.sampleOf(theirs, now, Way.SERVER, true));
        });
        all.put(context.accountId(), Stats.sampleOf(out, now, Way.SERVER, false));
        return all;
    }

    @Override
    public void close() {
        closed = true;
        drop();
    }

    /** @param wanted the highest layer that anybody wants, null for none */
    private void limit(UUID producerId, @Nullable Integer wanted) {
        // While it rings nothing is held back: for who answers, layers that run are there at once, those that begin a
        // second later.
        if (room != null && (wanted != null || call.answeredAt() != null)) {
            room.sending().limit(producerId, wanted);
        }
    }

    /** Begins again, at once. */
    private void begin() {
        tries = 0;
        drop();
        open();
    }

    private void drop() {
        turn++;
        opening = false;
        openAgain.close();
        watching.forEach(Subscription::close);
        watching = List.of();
        if (room != null) {
            room.close();
        }
        room = null;
        show();
    }

    private void open() {
        if (opening || closed) {
            return;
        }
        opening = true;
        int mine = turn;
        RoomAddress address = new RoomAddress(
                context.loop(),
                context.engine(),
                asking,
                context.accountId(),
                call.id(),
                place.endpointId(),
                place.iceServers());
        Runnable lost = () -> {
            if (mine == turn) {
                begin();
            }
        };
        Room.open(address, lost).whenComplete((opened, failure) -> {
            if (mine != turn) {
                if (opened != null) {
                    opened.close();
                }
            } else if (opened != null) {
                use(opened);
            } else {
                openLater(failure);
            }
        });
    }

    private void openLater(Throwable failure) {
        opening = false;
        refused.accept(failure);
        Duration delay = OPEN_AGAIN.get(Math.min(tries++, OPEN_AGAIN.size() - 1));
        openAgain = context.loop().after(delay, this::open);
    }

    private void use(Room opened) {
        opening = false;
        room = opened;
        refused.accept(null);
        watching = List.of(
                opened.state().onChange(now -> show()),
                opened.receiving().remote().onChange(remote::set));
        widths.forEach(opened.receiving()::setTileSize);
        opened.update(call);
        opened.send(tracks);
        show();
    }

    private void show() {
        LegState now = room == null ? LegState.CONNECTING : room.state().get();
        if (now == LegState.CONNECTED) {
            tries = 0;
            wasConnected = true;
            state.set(now);
        } else {
            state.set(wasConnected ? LegState.LOST : LegState.CONNECTING);
        }
    }
}
