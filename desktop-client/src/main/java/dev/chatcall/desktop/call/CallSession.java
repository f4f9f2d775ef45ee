package dev.chatcall.desktop.call;

import dev.chatcall.desktop.call.CurrentCall.Ending;
import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallEnd;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.call.CallParticipant;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.call.MediaState;
import dev.chatcall.protocol.call.ParticipantState;
import dev.chatcall.protocol.call.QualityCause;
import dev.chatcall.protocol.error.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The one call that this program is in, from joining it to its end. */
final class CallSession implements AutoCloseable {
    /** How long one waits to be told of the call that goes on in this one's place. */
    private static final Duration SUCCESSOR_WITHIN = Duration.ofSeconds(10);
    /** Until coming back is tried again, when the server could not take it. */
    private static final Duration REJOIN_AGAIN = Duration.ofSeconds(2);

    private final CallContext context;
    private final Asking asking;
    private final UUID endpointId;
    private final LocalMedia local;
    private final MediaTeller teller;
    private final CallMedia media;
    private final CallView view;
    private final List<Subscription> watching;
    private Call call;
    private boolean line = true;
    private boolean unserved;
    private @Nullable Ending ending;
    private @Nullable UUID movedTo;
    private Subscription timer = () -> {};

    /** How one comes into a call: with these devices, on this endpoint. */
    record Joined(
            UUID endpointId, LocalMedia local, CompletableFuture<Void> devicesReady, Call call, MediaState told) {}

    CallSession(CallContext context, Asking asking, Joined joined, BiFunction<Call, CallSession, Leg> makeLeg) {
        this.context = context;
        this.asking = asking;
        endpointId = joined.endpointId();
        local = joined.local();
        call = joined.call();
        teller = new MediaTeller(
                new MediaTeller.Place(context.accountId(), endpointId),
                asking,
                context.memory(),
                local,
                () -> call.id(),
                joined.told());
        SentTracks tracks = local.state().get().tracks();
        media = new CallMedia(context.accountId(), context.loop(), of -> makeLeg.apply(of, this), call, tracks);
        view = new CallView(context.accountId(), context.loop(), media::samples, this::known);
        watching =
                List.of(media.view().onChange(now -> view.show()), local.state().onChange(now -> localChanged()));
        teller.keep();
        joined.devicesReady().whenComplete((done, failure) -> {
            if (ending == null) {
                teller.ready();
            }
        });
        // The one who was called may be in another call.
        CallEnd end = call.end();
        if (end != null) {
            callEnded(end);
        }
    }

    Observable<CurrentCall> state() {
        return view.state();
    }

    UUID callId() {
        return call.id();
    }

    LocalMedia local() {
        return local;
    }

    boolean over() {
        return ending != null;
    }

    /** A call as it stands now, this one or another. */
    void update(Call now) {
        if (ending != null) {
            return;
        }
        if (now.id().equals(movedTo) && now.end() == null) {
            moveTo(now);
        }
        if (!now.id().equals(call.id()) || now.version() <= call.version()) {
            return;
        }
        call = now;
        CallEnd end = now.end();
        if (end != null) {
            callEnded(end);
            return;
        }
        // While one comes back, the server may still show one as gone.
        if (line && !stillIn(now)) {
            return;
        }
        media.follow(now);
        view.show();
    }

    void happened(UUID callId, CallEvent event) {
        if (ending != null) {
            return;
        }
        if (event instanceof CallEvent.Reacted reacted) {
            view.reactions().add(reacted.accountId(), reacted.emoji());
        } else {
            media.happened(callId, event);
        }
    }

    void lineLost() {
        line = false;
        view.show();
    }

    /** The line is back: says that one is still here, and learns what one missed. */
    void lineBack() {
        if (ending != null) {
            return;
        }
        asking.ask(new CallRequest.JoinCall(call.id(), endpointId, teller.take()), CallReply.Joined.class)
                .whenComplete((joined, failure) -> {
                    if (failure == null) {
                        takenBack(joined.call());
                    } else {
                        notTakenBack(codeOf(failure));
                    }
                });
    }

    /** The network may have become another, or the window came to the front: media that flows is left alone. */
    void networkChanged() {
        if (media.view().get().state() != LegState.CONNECTED) {
            media.networkChanged();
        }
    }

    /** Direct media found no way: the media service takes over. */
    void useMediaService() {
        if (ending == null && line && call.answeredAt() != null) {
            asking.ask(new CallRequest.UseMediaService(call.id())).whenComplete((done, failure) -> {
                if (failure != null) {
                    serviceRefused(failure);
                }
            });
        }
    }

    /** @param failure why the media service cannot be used, null when it can */
    void serviceRefused(@Nullable Throwable failure) {
        unserved = failure != null && ErrorCode.CALL_MEDIA_UNAVAILABLE.code().equals(codeOf(failure));
        view.show();
    }

    void setHand(boolean raised) {
        teller.raise(raised);
        view.show();
    }

    void setTileSize(String tileId, int width) {
        media.setTileSize(tileId, width);
    }

    /** One goes oneself. Done when the server knows, or will learn of it by the line's silence. */
    CompletableFuture<Void> leave() {
        if (ending != null) {
            return CompletableFuture.completedFuture(null);
        }
        boolean wasAway = !line;
        UUID callId = call.id();
        MediaState last = teller.take();
        EndReason reason = call.answeredAt() == null ? EndReason.CANCELLED : EndReason.FINISHED;
        QualityCause quality = finish(reason).quality();
        // On a new line the server does not know that one is the one who is in the call, before one comes back to it.
        CompletableFuture<?> known = wasAway
                ? asking.ask(new CallRequest.JoinCall(callId, endpointId, last), CallReply.Joined.class)
                : CompletableFuture.completedFuture(null);
        return known.handle((done, failure) -> asking.ask(new CallRequest.LeaveCall(callId, quality)))
                .thenCompose(left -> left)
                .exceptionally(failure -> null);
    }

    CompletableFuture<Void> endForAll() {
        return asking.ask(new CallRequest.EndCall(call.id()));
    }

    CompletableFuture<Void> add(List<UUID> accountIds, String groupName) {
        return asking.ask(new CallRequest.AddToCall(call.id(), accountIds, groupName), CallReply.Joined.class)
                .thenAccept(joined -> {
                    context.told().accept(joined.call());
                    if (joined.call().id().equals(call.id())) {
                        update(joined.call());
                    } else if (ending == null) {
                        moveTo(joined.call());
                    }
                });
    }

    /** Leaves nothing open. */
    @Override
    public void close() {
        if (ending == null) {
            finish(EndReason.FINISHED);
        }
    }

    /** The program ends in the middle of the call: lets everything go, and keeps the call for the next start. */
    void suspend() {
        if (ending == null) {
            finish(EndReason.FINISHED);
            teller.keep();
        }
    }

    private CallView.Known known() {
        return new CallView.Known(
                call, ending, media.view().get(), local.state().get(), teller.hand(), line, unserved);
    }

    private void takenBack(Call now) {
        if (ending != null || !context.line().live().get()) {
            return;
        }
        context.told().accept(now);
        line = true;
        if (now.id().equals(call.id())) {
            update(now);
        } else {
            moveTo(now);
        }
        if (ending != null) {
            return;
        }
        media.lineBack(call);
        teller.tell();
        view.show();
    }

    private boolean stillIn(Call now) {
        CallParticipant mine = CallsState.participantOf(now, context.accountId());
        boolean here = mine != null && mine.state() == ParticipantState.JOINED && endpointId.equals(mine.endpointId());
        if (!here) {
            finish(null);
        }
        return here;
    }

    private void callEnded(CallEnd end) {
        UUID successor = end.movedTo();
        if (successor == null) {
            tellQuality(finish(end.reason()));
            return;
        }
        movedTo = successor;
        Optional<Call> there = context.running().get().stream()
                .filter(other -> other.id().equals(successor))
                .findFirst();
        if (there.isPresent()) {
            moveTo(there.get());
        } else {
            wait(SUCCESSOR_WITHIN, () -> finish(end.reason()));
        }
    }

    /** A bad call is remembered as such, also when somebody else ended it. */
    private void tellQuality(Ending how) {
        if (how.quality() != null) {
            var unused = asking.ask(new CallRequest.LeaveCall(call.id(), how.quality()));
        }
    }

    private void moveTo(Call now) {
        timer.close();
        movedTo = null;
        call = now;
        teller.keep();
        media.follow(now);
        view.show();
    }

    private void notTakenBack(String code) {
        if (ending != null) {
            return;
        }
        if (code.equals(ErrorCode.CALL_ENDED.code())) {
            Optional<Call> successor = context.running().get().stream()
                    .filter(other -> !other.id().equals(call.id()) && isHere(other))
                    .findFirst();
            if (successor.isPresent()) {
                moveTo(successor.get());
                lineBack();
            } else {
                finish(EndReason.LOST);
            }
        } else if (code.equals(ErrorCode.CALL_NOT_FOUND.code())
                || code.equals(ErrorCode.CALL_FORBIDDEN.code())
                || code.equals(ErrorCode.CALL_IN_ANOTHER.code())) {
            finish(null);
        } else if (context.line().live().get()) {
            wait(REJOIN_AGAIN, this::lineBack);
        }
    }

    private boolean isHere(Call other) {
        CallParticipant mine = CallsState.participantOf(other, context.accountId());
        return mine != null && endpointId.equals(mine.endpointId());
    }

    private void wait(Duration delay, Runnable task) {
        timer.close();
        timer = context.loop().after(delay, task);
    }

    private void localChanged() {
        if (ending == null) {
            media.send(local.state().get().tracks());
            teller.tell();
            view.show();
        }
    }

    /** @param reason null: it goes on without oneself, or on another device */
    private Ending finish(@Nullable EndReason reason) {
        Ending how = new Ending(reason, view.durationMs(), view.cause());
        ending = how;
        timer.close();
        watching.forEach(Subscription::close);
        view.close();
        media.close();
        local.close();
        teller.forget();
        view.show();
        return how;
    }

    static String codeOf(Throwable failure) {
        Throwable cause = Failures.causeOf(failure);
        return cause instanceof ApiException api ? api.code() : ApiException.UNEXPECTED;
    }
}
