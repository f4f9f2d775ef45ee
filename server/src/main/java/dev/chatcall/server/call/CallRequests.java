package dev.chatcall.server.call;

import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.server.bus.Endpoint;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What clients ask about calls: one line for each request. */
public final class CallRequests {
    private final CallService calls;
    private final CallAddition addition;
    private final CallMedia media;
    private final CallSdp sdp;
    private final CallNews news;
    private final Endpoints endpoints;

    CallRequests(
            CallService calls,
            CallAddition addition,
            CallMedia media,
            CallSdp sdp,
            CallNews news,
            Endpoints endpoints) {
        this.calls = calls;
        this.addition = addition;
        this.media = media;
        this.sdp = sdp;
        this.news = news;
        this.endpoints = endpoints;
    }

    /**
     * Waits for the database, not for the media service. One connection asks one thing after the other, so that what it
     * says to another device arrives in that order.
     *
     * @return the answer; fails with a {@link dev.chatcall.server.error.ServiceException} of the media service's
     * @throws dev.chatcall.server.error.ServiceException where it is refused
     */
    public CompletableFuture<CallReply> ask(Asker asker, CallRequest request) {
        return switch (request) {
            case CallRequest.StartCall start -> now(calls.start(asker, start));
            case CallRequest.JoinCall join -> now(calls.join(asker, join));
            case CallRequest.DeclineCall(var callId) -> done(() -> calls.decline(asker, callId));
            case CallRequest.LeaveCall(var callId, var quality) -> done(() -> calls.leave(asker, callId, quality));
            case CallRequest.EndCall(var callId) -> done(() -> calls.end(asker, callId));
            case CallRequest.AddToCall add -> now(addition.add(asker, add));
            case CallRequest.SetMedia set -> done(() -> calls.setMedia(asker, set));
            case CallRequest.React react -> done(() -> calls.react(asker, react));
            case CallRequest.SendSignal signal -> done(() -> calls.signal(asker, signal));
            case CallRequest.GetIceServers _ -> now(calls.iceServers(asker));
            case CallRequest.UseMediaService(var callId) -> done(() -> calls.useMediaService(asker, callId));
            case CallRequest.OpenRoom open -> media.openRoom(asker, open);
            case CallRequest.OpenProbe open -> media.openProbe(asker, open);
            case CallRequest.OpenTransport open -> media.openTransport(asker, open);
            case CallRequest.ConnectTransport connect -> media.connectTransport(asker, connect);
            case CallRequest.RestartIce restart -> media.restartIce(asker, restart);
            case CallRequest.Produce produce -> media.produce(asker, produce);
            case CallRequest.SetProducer set -> media.setProducer(asker, set);
            case CallRequest.CloseProducer close -> media.closeProducer(asker, close);
            case CallRequest.Consume consume -> media.consume(asker, consume);
            case CallRequest.SetConsumer set -> media.setConsumer(asker, set);
            case CallRequest.Publish publish -> sdp.publish(asker, publish);
            case CallRequest.Subscribe subscribe -> sdp.subscribe(asker, subscribe);
            case CallRequest.AnswerOffer answer -> sdp.answer(asker, answer);
        };
    }

    /** Every call that goes on in the person's conversations. Waits for the database. */
    public List<Call> running(UUID accountId) {
        return calls.running(accountId);
    }

    /** The call that goes on in a conversation. The caller has checked who may know of it. Waits for the database. */
    public Optional<Call> runningIn(UUID conversationId) {
        return calls.runningIn(conversationId);
    }

    /** The connection of this server that speaks for the device, or null. */
    public @Nullable UUID connectionOf(Endpoint endpoint) {
        return endpoints.connectionOf(endpoint);
    }

    /** A connection is gone: who was in a call by it is away. Does not wait. */
    public void disconnected(UUID connectionId) {
        news.disconnected(connectionId);
    }

    private static CompletableFuture<CallReply> now(CallReply reply) {
        return CompletableFuture.completedFuture(reply);
    }

    private static CompletableFuture<CallReply> done(Runnable action) {
        action.run();
        return now(new CallReply.Done());
    }
}
