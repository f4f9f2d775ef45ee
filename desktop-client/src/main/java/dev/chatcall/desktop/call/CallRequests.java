package dev.chatcall.desktop.call;

import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.error.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The requests that are under way on the one line: waits out a short loss, and repeats what may be repeated. */
final class CallRequests implements Asking, AutoCloseable {
    /** How long a request waits for its answer, a lost line included. */
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    /** How often a request that came too fast is said again. */
    private static final int TRIES_MAX = 4;

    private static final long PAUSE_MIN_MS = 50;

    private final Loop loop;
    private final CallLine line;
    private final Map<String, Pending> pending = new LinkedHashMap<>();
    private final Subscription watching;
    private long asked;

    CallRequests(Loop loop, CallLine line) {
        this.loop = loop;
        this.line = line;
        watching = line.live().onChange(this::lineChanged);
    }

    @Override
    public <R extends CallReply> CompletableFuture<R> ask(CallRequest request, Class<R> answer) {
        String id = "call-" + ++asked;
        Pending waiting = new Pending(request, loop.after(ANSWER_WITHIN, () -> fail(id)));
        pending.put(id, waiting);
        say(id);
        return waiting.answer.thenApply(reply -> {
            if (!answer.isInstance(reply)) {
                throw new ApiException(ApiException.UNEXPECTED);
            }
            return answer.cast(reply);
        });
    }

    void replied(ServerMessage.CallReplied frame) {
        Pending waiting = settle(frame.requestId());
        if (waiting != null) {
            waiting.answer.complete(frame.reply());
        }
    }

    /** @return whether the refusal was about one of these requests */
    boolean refused(ServerMessage.Error frame) {
        String id = frame.requestId();
        Pending waiting = id == null ? null : pending.get(id);
        if (id == null || waiting == null) {
            return false;
        }
        Long retryAfter = frame.retryAfterMs();
        if (frame.code() == ErrorCode.RATE_LIMITED && ++waiting.tries < TRIES_MAX) {
            waiting.said = false;
            long pause = Math.max(retryAfter == null ? 0 : retryAfter, PAUSE_MIN_MS);
            loop.after(Duration.ofMillis(pause), () -> say(id));
            return true;
        }
        settle(id);
        // A newer server's code is not known here.
        ErrorCode code = frame.code();
        String wire = code == null ? ApiException.UNEXPECTED : code.code();
        waiting.answer.completeExceptionally(new ApiException(wire, List.of(), retryAfter));
        return true;
    }

    @Override
    public void close() {
        watching.close();
        new ArrayList<>(pending.keySet()).forEach(this::fail);
    }

    private void say(String id) {
        Pending waiting = pending.get(id);
        if (waiting != null && !waiting.said) {
            waiting.said = line.live().get() && line.send(new ClientMessage.AskCall(id, waiting.request));
        }
    }

    private void lineChanged(boolean live) {
        for (Map.Entry<String, Pending> entry : new ArrayList<>(pending.entrySet())) {
            Pending waiting = entry.getValue();
            if (live) {
                say(entry.getKey());
            } else if (waiting.said && repeatable(waiting.request)) {
                waiting.said = false;
            } else if (waiting.said) {
                fail(entry.getKey());
            }
        }
    }

    private void fail(String id) {
        Pending waiting = settle(id);
        if (waiting != null) {
            waiting.answer.completeExceptionally(new ApiException(ApiException.UNREACHABLE));
        }
    }

    private @Nullable Pending settle(String id) {
        Pending waiting = pending.remove(id);
        if (waiting != null) {
            waiting.timer.close();
        }
        return waiting;
    }

    /** What may be said again when nobody knows whether it was heard: twice does what once does. */
    private static boolean repeatable(CallRequest request) {
        return request instanceof CallRequest.StartCall
                || request instanceof CallRequest.JoinCall
                || request instanceof CallRequest.DeclineCall
                || request instanceof CallRequest.LeaveCall
                || request instanceof CallRequest.EndCall
                || request instanceof CallRequest.SetMedia
                || request instanceof CallRequest.GetIceServers
                || request instanceof CallRequest.UseMediaService
                || request instanceof CallRequest.OpenRoom
                || request instanceof CallRequest.OpenProbe
                || request instanceof CallRequest.SetProducer
                || request instanceof CallRequest.CloseProducer
                || request instanceof CallRequest.SetConsumer
                || request instanceof CallRequest.Publish
                || request instanceof CallRequest.Subscribe
                || request instanceof CallRequest.AnswerOffer;
    }

    private static final class Pending {
        private final CallRequest request;
        private final Subscription timer;
        private final CompletableFuture<CallReply> answer = new CompletableFuture<>();
        private boolean said;
        private int tries;

        private Pending(CallRequest request, Subscription timer) {
            this.request = request;
            this.timer = timer;
        }
    }
}
