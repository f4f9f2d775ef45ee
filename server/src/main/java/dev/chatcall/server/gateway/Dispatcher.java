package dev.chatcall.server.gateway;

import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.server.bus.Bus;
import dev.chatcall.server.bus.BusEvent;
import dev.chatcall.server.message.AppendOutcome;
import dev.chatcall.server.message.MessageService;
import dev.chatcall.server.presence.PresenceService;
import dev.chatcall.server.receipt.ReceiptService;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Hands each frame of a client to the service that it is for. Runs on the thread that read the frame and never waits:
 * what blocks goes to the executor.
 */
final class Dispatcher {
    private final Connections connections;
    private final Frames frames;
    private final FrameLimits limits;
    private final MessageService messages;
    private final ReceiptService receipts;
    private final PresenceService presence;
    private final CallDesk calls;
    private final Greeter greeter;
    private final Bus bus;
    private final Executor blocking;

    Dispatcher(
            Connections connections,
            Frames frames,
            FrameLimits limits,
            MessageService messages,
            ReceiptService receipts,
            PresenceService presence,
            CallDesk calls,
            Greeter greeter,
            Bus bus,
            Executor blocking) {
        this.connections = connections;
        this.frames = frames;
        this.limits = limits;
        this.messages = messages;
        this.receipts = receipts;
        this.presence = presence;
        this.calls = calls;
        this.greeter = greeter;
        this.bus = bus;
        this.blocking = blocking;
    }

    /** Whatever is wrong with the frame is answered; nothing is thrown. */
    void receive(Connection from, String text) {
        ClientMessage message;
        try {
            message = frames.decode(text);
        } catch (RuntimeException unreadable) {
            limits.unreadable(from);
            reply(from, Replies.error(frames.requestId(text), unreadable));
            return;
        }
        try {
            if (!(message instanceof ClientMessage.Hello) && !from.greeted()) {
                reply(from, Replies.error(requestId(message), ErrorCode.PROTOCOL_HELLO_EXPECTED, "hello comes first"));
                return;
            }
            dispatch(from, message);
        } catch (RuntimeException failure) {
            reply(from, Replies.error(requestId(message), failure));
        }
    }

    private void dispatch(Connection from, ClientMessage message) {
        switch (message) {
            case ClientMessage.Hello hello -> hello(from, hello);
            case ClientMessage.SendMessage send -> send(from, send);
            case ClientMessage.MarkRead read -> {
                limits.takeFrame(from);
                receipts.read(from.accountId(), read.conversationId(), read.seq());
            }
            case ClientMessage.MarkDelivered delivered -> {
                limits.takeFrame(from);
                receipts.delivered(from.accountId(), delivered.conversationId(), delivered.seq());
            }
            case ClientMessage.SetTyping typing -> typing(from, typing);
            case ClientMessage.WatchPresence watch -> {
                limits.takeFrame(from);
                presence.watch(from.id(), from.accountId(), new HashSet<>(watch.accountIds()));
            }
            case ClientMessage.SyncConversation sync -> {
                limits.takeFrame(from);
                blocking.execute(() -> guarded(from, () -> greeter.resend(from, sync)));
            }
            case ClientMessage.AskCall ask -> calls.receive(from, ask);
            case ClientMessage.Ping ignored -> {
                limits.takeFrame(from);
                reply(from, new ServerMessage.Pong());
            }
        }
    }

    private void hello(Connection from, ClientMessage.Hello hello) {
        if (!from.greet()) {
            reply(from, Replies.error(null, ErrorCode.PROTOCOL_HELLO_EXPECTED, "hello comes once"));
            return;
        }
        blocking.execute(() -> guarded(from, () -> greeter.greet(from, hello)));
    }

    private void send(Connection from, ClientMessage.SendMessage send) {
        limits.takeSend(from);
        messages.send(from.accountId(), from.id(), send, outcome -> reply(from, answer(send, outcome)));
    }

    private static ServerMessage answer(ClientMessage.SendMessage send, AppendOutcome outcome) {
        return switch (outcome) {
            case AppendOutcome.Stored(var stored) -> accepted(send, stored);
            case AppendOutcome.Repeated(var stored) -> accepted(send, stored);
            case AppendOutcome.Refused(var code, var detail) -> Replies.error(send.requestId(), code, detail);
        };
    }

    private static ServerMessage accepted(ClientMessage.SendMessage send, Message stored) {
        return new ServerMessage.MessageAccepted(
                send.requestId(), stored.conversationId(), stored.id(), stored.seq(), stored.change(), stored.sentAt());
    }

    private void typing(Connection from, ClientMessage.SetTyping typing) {
        UUID conversationId = typing.conversationId();
        if (limits.tryTyping(from) && connections.takesPart(from, conversationId)) {
            ServerMessage frame = new ServerMessage.TypingChanged(conversationId, from.accountId(), typing.typing());
            bus.publish(new BusEvent.ToConversation(conversationId, frame, from.id(), Map.of(), true));
        }
    }

    private void guarded(Connection from, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            reply(from, Replies.error(null, failure));
        }
    }

    private void reply(Connection to, ServerMessage message) {
        to.send(frames.encode(message));
    }

    private static @Nullable String requestId(ClientMessage message) {
        return switch (message) {
            case ClientMessage.SendMessage send -> send.requestId();
            case ClientMessage.AskCall ask -> ask.requestId();
            default -> null;
        };
    }
}
