package dev.chatcall.server.gateway;

import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.server.call.Asker;
import dev.chatcall.server.call.CallRequests;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Takes what a connection asks about calls, one after the other, and answers. */
final class CallDesk {
    private final Connections connections;
    private final Frames frames;
    private final FrameLimits limits;
    private final CallRequests calls;
    private final Executor blocking;

    CallDesk(Connections connections, Frames frames, FrameLimits limits, CallRequests calls, Executor blocking) {
        this.connections = connections;
        this.frames = frames;
        this.limits = limits;
        this.calls = calls;
        this.blocking = blocking;
    }

    /** Does not wait. */
    void receive(Connection from, ClientMessage.AskCall ask) {
        limits.takeCall(from, ask.request());
        from.turn(blocking).execute(() -> answer(from, ask));
    }

    private void answer(Connection from, ClientMessage.AskCall ask) {
        try {
            calls.ask(new Asker(from.accountId(), from.id()), ask.request()).whenComplete((reply, failure) -> {
                if (failure == null) {
                    from.send(frames.encode(new ServerMessage.CallReplied(ask.requestId(), reply)));
                } else {
                    refuse(from, ask, failure);
                }
            });
        } catch (RuntimeException failure) {
            refuse(from, ask, failure);
        }
        // It may have closed while it was being answered, and then nobody would say that it is gone.
        if (connections.find(from.id()) == null) {
            calls.disconnected(from.id());
        }
    }

    private void refuse(Connection from, ClientMessage.AskCall ask, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        from.send(frames.encode(Replies.error(ask.requestId(), cause)));
    }
}
