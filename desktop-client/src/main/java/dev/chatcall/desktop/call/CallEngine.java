package dev.chatcall.desktop.call;

import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.desktop.media.MediaEngine;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallParticipant;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.MediaState;
import dev.chatcall.protocol.error.ErrorCode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Starts and joins calls, and holds the one that this program is in. Made once a call is at hand; on the loop. */
final class CallEngine implements AutoCloseable {
    /** How long a call that is over stays on screen. */
    private static final Duration ENDED_STAYS = Duration.ofSeconds(5);
    /** What happens in a call before its answer is here is kept up to so many. */
    private static final int EARLY_MAX = 100;

    private final CallContext context;
    private final CallRequests requests;
    private final DeviceBook book;
    private final OwnMedia own;
    private final LegMaker legs;
    private final PreparedLeg prepared;
    private final Store<Optional<CurrentCall>> current = new Store<>(Optional.empty());
    private final Deque<ServerMessage.CallHappened> early = new ArrayDeque<>();
    private final Subscription watchingLine;
    /** One after the other: a second click finds the call that the first one made. */
    private final Turn turn = new Turn();

    private @Nullable CallSession session;
    private Subscription watchingSession = () -> {};
    private Subscription forgetting = () -> {};
    private boolean closed;

    CallEngine(CallContext context) {
        this.context = context;
        requests = new CallRequests(context.loop(), context.line());
        book = new DeviceBook(context.engine(), context.memory(), context.notices());
        own = new OwnMedia(context.engine(), book, context.loop(), context.notices());
        legs = new LegMaker(context, requests, this::noWay);
        prepared = new PreparedLeg(context, requests, legs, () -> session != null && !session.over());
        watchingLine = context.line().live().onChange(this::lineChanged);
        comeBack();
    }

    Observable<Optional<CurrentCall>> current() {
        return current;
    }

    Observable<Devices> devices() {
        return book.state();
    }

    /** What asks the server. */
    Asking asking() {
        return requests;
    }

    MediaEngine media() {
        return context.engine();
    }

    CompletableFuture<Void> start(UUID conversationId, MediaChoice choice) {
        return turn.take(() -> {
            if (isIn(call -> call.conversationId().equals(conversationId))) {
                return done();
            }
            return leave().thenCompose(left -> {
                UUID callId = context.ids().get();
                Joining joining = new Joining(context.ids().get(), own.take(), null);
                return enter(
                        joining,
                        choice,
                        (media, endpointId) -> requests.ask(
                                new CallRequest.StartCall(callId, conversationId, endpointId, choice.camera(), media),
                                CallReply.Joined.class));
            });
        });
    }

    CompletableFuture<Void> join(UUID callId, MediaChoice choice) {
        return turn.take(() -> {
            if (isIn(call -> call.id().equals(callId))) {
                return done();
            }
            return leave().thenCompose(left -> {
                PreparedLeg.Prepared ready = prepared.take(callId);
                Runnable undo = context.dismiss().call(callId);
                UUID endpointId = ready == null ? context.ids().get() : ready.endpointId();
                Joining joining = new Joining(endpointId, own.take(), ready == null ? null : ready.leg());
                return enter(joining, choice, (media, endpoint) -> askToJoin(callId, endpoint, media))
                        .whenComplete((done, failure) -> {
                            if (failure != null) {
                                undo.run();
                            }
                        });
            });
        });
    }

    CompletableFuture<Void> decline(UUID callId) {
        Runnable undo = context.dismiss().call(callId);
        return requests.ask(new CallRequest.DeclineCall(callId))
                .handle((done, failure) -> {
                    // One that is over needs no declining.
                    String code = failure == null ? "" : CallSession.codeOf(failure);
                    boolean over =
                            code.equals(ErrorCode.CALL_ENDED.code()) || code.equals(ErrorCode.CALL_NOT_FOUND.code());
                    if (failure == null || over) {
                        return done();
                    }
                    undo.run();
                    return CompletableFuture.<Void>failedFuture(failure);
                })
                .thenCompose(result -> result);
    }

    CompletableFuture<Void> leave() {
        CallSession held = session;
        if (held == null) {
            return done();
        }
        if (held.over()) {
            forget();
            return done();
        }
        return held.leave();
    }

    /** The call that one is in, also while it ends; null: none. */
    @Nullable
    CallSession session() {
        return session;
    }

    CompletableFuture<Void> setMicrophone(boolean on) {
        LocalMedia local = local();
        return local == null ? done() : local.setMicrophone(on);
    }

    CompletableFuture<Void> setCamera(boolean on) {
        LocalMedia local = local();
        return local == null ? done() : local.setCamera(on);
    }

    CompletableFuture<Void> setScreen(boolean on) {
        LocalMedia local = local();
        return local == null ? done() : local.setScreen(on);
    }

    void react(String emoji) {
        if (session != null && !session.over()) {
            // Shown for a moment at best, so that nothing is said about one that is lost.
            var unused = requests.ask(new CallRequest.React(session.callId(), emoji));
        }
    }

    CompletableFuture<Void> choose(DeviceChoice choice) {
        DeviceChoice before = book.choice();
        book.choose(choice);
        LocalMedia inCall = local();
        LocalMedia inPreview = own.previewed();
        CompletableFuture<Void> call = inCall == null ? done() : inCall.chosen(before, choice);
        return call.thenCompose(ready -> inPreview == null ? done() : inPreview.chosen(before, choice));
    }

    OwnMedia own() {
        return own;
    }

    /** Each frame about calls, and each refusal, after the list of calls took it. */
    void received(ServerMessage frame) {
        switch (frame) {
            case ServerMessage.CallReplied replied -> requests.replied(replied);
            case ServerMessage.Error error -> requests.refused(error);
            case ServerMessage.CallChanged changed -> {
                if (session != null) {
                    session.update(changed.call());
                }
            }
            case ServerMessage.CallHappened happened -> happened(happened);
            case ServerMessage.SyncDone done -> {
                // Not earlier: only then the server takes requests.
                if (session != null) {
                    session.lineBack();
                }
            }
            default -> {}
        }
    }

    /** The program ends: what is in a call can come back to it. */
    void suspend() {
        if (session != null) {
            session.suspend();
        }
        close();
    }

    /** Nobody is signed in any more: leaves nothing open. */
    @Override
    public void close() {
        closed = true;
        watchingLine.close();
        prepared.close();
        own.close();
        if (session != null) {
            session.close();
        }
        forget();
        book.close();
        requests.close();
        context.engine().close();
    }

    private record Joining(
            UUID endpointId, LocalMedia local, @Nullable DirectLeg leg) {}

    /** Enters a call, with devices and server asked at the same time. */
    private CompletableFuture<Void> enter(
            Joining joining,
            MediaChoice choice,
            BiFunction<MediaState, UUID, CompletableFuture<CallReply.Joined>> ask) {
        MediaState media = new MediaState(choice.microphone(), choice.camera(), false, false);
        CompletableFuture<Void> ready = joining.local().set(choice);
        return ask.apply(media, joining.endpointId())
                .thenAccept(joined -> {
                    if (closed) {
                        throw new ApiException(ErrorCode.AUTH_REQUIRED.code());
                    }
                    begin(joining, ready, joined, media);
                })
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        joining.local().close();
                        if (joining.leg() != null) {
                            joining.leg().close();
                        }
                    }
                });
    }

    private void begin(Joining joining, CompletableFuture<Void> ready, CallReply.Joined joined, MediaState media) {
        forget();
        Call call = joined.call();
        context.told().accept(call);
        LegMaker.Place place = new LegMaker.Place(joining.endpointId(), joined.iceServers());
        CallSession begun = new CallSession(
                context,
                requests,
                new CallSession.Joined(joining.endpointId(), joining.local(), ready, call, media),
                legs.makerFor(place, joining.leg()));
        session = begun;
        watchingSession = begun.state().onChange(state -> sessionChanged(begun));
        List<ServerMessage.CallHappened> happened = new ArrayList<>(early);
        early.clear();
        happened.forEach(each -> begun.happened(each.callId(), each.event()));
        context.running().get().stream()
                .filter(other -> other.id().equals(call.id()))
                .findFirst()
                .ifPresent(begun::update);
        sessionChanged(begun);
    }

    private void sessionChanged(CallSession of) {
        if (of != session) {
            return;
        }
        current.set(Optional.of(of.state().get()));
        if (of.over()) {
            watchingSession.close();
            forgetting.close();
            forgetting = context.loop().after(ENDED_STAYS, this::forget);
        }
    }

    private void forget() {
        forgetting.close();
        watchingSession.close();
        session = null;
        current.set(Optional.empty());
    }

    private void happened(ServerMessage.CallHappened frame) {
        if (session != null && !session.over()) {
            session.happened(frame.callId(), frame.event());
            return;
        }
        early.addLast(frame);
        if (early.size() > EARLY_MAX) {
            early.removeFirst();
        }
    }

    private void noWay() {
        if (session != null) {
            session.useMediaService();
        }
    }

    private void lineChanged(boolean live) {
        if (!live && session != null) {
            session.lineLost();
        }
    }

    /** The program was started again in the middle of a call. */
    private void comeBack() {
        KeptCall kept = KeptCall.of(context.memory(), context.accountId());
        if (kept == null) {
            return;
        }
        boolean mine = context.running().get().stream()
                .filter(call -> call.id().equals(kept.callId()))
                .map(call -> CallsState.participantOf(call, context.accountId()))
                .anyMatch(me -> isHere(me, kept));
        if (!mine) {
            KeptCall.forget(context.memory());
            return;
        }
        turn.take(() -> enter(
                        new Joining(kept.endpointId(), own.take(), null),
                        kept.choice(),
                        (media, endpointId) -> askToJoin(kept.callId(), endpointId, media)))
                .whenComplete((done, failure) -> {
                    // It is still among the running calls, to be joined by hand.
                    if (failure != null) {
                        KeptCall.forget(context.memory());
                    }
                });
    }

    private static boolean isHere(@Nullable CallParticipant me, KeptCall kept) {
        return me != null && kept.endpointId().equals(me.endpointId());
    }

    private CompletableFuture<CallReply.Joined> askToJoin(UUID callId, UUID endpointId, MediaState media) {
        return requests.ask(new CallRequest.JoinCall(callId, endpointId, media), CallReply.Joined.class);
    }

    private @Nullable LocalMedia local() {
        return session == null || session.over() ? null : session.local();
    }

    private boolean isIn(Predicate<Call> which) {
        return session != null
                && !session.over()
                && which.test(session.state().get().call());
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
