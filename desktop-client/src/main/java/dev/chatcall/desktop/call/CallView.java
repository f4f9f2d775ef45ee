package dev.chatcall.desktop.call;

import dev.chatcall.desktop.call.CurrentCall.Ending;
import dev.chatcall.desktop.call.CurrentCall.SelfState;
import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.QualityCause;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is shown of a call: what the session knows, with what is measured and what lasts only for a moment. */
final class CallView implements AutoCloseable {
    private final UUID accountId;
    private final Loop loop;
    private final Supplier<Known> known;
    private final Reactions reactions;
    private final LinkWatch links;
    private final Store<CurrentCall> state;
    private final Subscription watchingReactions;
    private Map<UUID, LinkQuality> measured = Map.of();
    private @Nullable Long connectedAt;

    CallView(UUID accountId, Loop loop, Supplier<CompletableFuture<Map<UUID, Sample>>> samples, Supplier<Known> known) {
        this.accountId = accountId;
        this.loop = loop;
        this.known = known;
        reactions = new Reactions(loop);
        links = new LinkWatch(accountId, loop, samples, this::measured);
        state = new Store<>(look());
        watchingReactions = reactions.list().onChange(list -> show());
    }

    /**
     * What the session knows.
     *
     * @param line the server can be reached and knows that one is in the call
     * @param unserved the media service is needed and there is none
     */
    record Known(
            Call call,
            @Nullable Ending ending,
            CallMedia.View media,
            LocalState local,
            boolean hand,
            boolean line,
            boolean unserved) {}

    Observable<CurrentCall> state() {
        return state;
    }

    Reactions reactions() {
        return reactions;
    }

    /** Looks at everything anew. */
    void show() {
        CurrentCall next = look();
        connectedAt = next.connectedAt();
        state.set(next);
    }

    /** How long media has flowed, in milliseconds. */
    long durationMs() {
        return connectedAt == null ? 0 : loop.now() - connectedAt;
    }

    /** Why the call was bad so far, null when it was not. */
    @Nullable
    QualityCause cause() {
        return links.cause();
    }

    /** Measures no more. What is shown stays. */
    @Override
    public void close() {
        links.close();
        watchingReactions.close();
    }

    private void measured(Map<UUID, LinkQuality> now) {
        measured = now;
        show();
    }

    private CurrentCall look() {
        Known now = known.get();
        Call call = now.call();
        Standing standing =
                new Standing(call, now.ending(), now.media().state(), now.line(), connectedAt != null, now.unserved());
        CallPhase phase = standing.phase();
        LocalState local = now.local();
        SelfState self = new SelfState(
                local.microphone(),
                local.camera(),
                local.screen(),
                now.hand(),
                local.microphoneProblem(),
                local.cameraProblem());
        List<Tile> tiles = now.ending() != null
                ? List.of()
                : Tiles.of(call, accountId, now.media().remote(), self, local.tracks());
        Long since = connectedAt == null && phase == CallPhase.CONNECTED ? Long.valueOf(loop.now()) : connectedAt;
        return new CurrentCall(
                call,
                phase,
                now.media().route(),
                since,
                tiles,
                phase == CallPhase.CONNECTED ? now.media().speaking() : List.of(),
                self,
                measured,
                reactions.list().get(),
                standing.problem(),
                now.ending());
    }
}
