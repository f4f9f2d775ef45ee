package dev.chatcall.server.gateway;

import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.conversation.ConversationState;
import dev.chatcall.server.bus.BusEvent;
import dev.chatcall.server.call.CallRequests;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.sync.SyncService;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what happened to the connections of this server that it concerns. Never blocks the bus. */
final class Delivery {
    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final Connections connections;
    private final Frames frames;
    private final SyncService sync;
    private final Function<UUID, Account> accounts;
    private final CallRequests calls;
    private final Executor blocking;

    Delivery(
            Connections connections,
            Frames frames,
            SyncService sync,
            Function<UUID, Account> accounts,
            CallRequests calls,
            Executor blocking) {
        this.connections = connections;
        this.frames = frames;
        this.sync = sync;
        this.accounts = accounts;
        this.calls = calls;
        this.blocking = blocking;
    }

    void deliver(BusEvent event) {
        switch (event) {
            case BusEvent.ToConversation to -> toConversation(to);
            case BusEvent.ToAccount(var accountId, var message) -> toAccount(accountId, message);
            case BusEvent.ToEndpoints to -> toEndpoints(to);
            case BusEvent.MemberJoined(var conversationId, var accountId) -> joined(conversationId, accountId);
            case BusEvent.MemberLeft(var conversationId, var accountId) -> left(conversationId, accountId);
            case BusEvent.AccountTouched(var accountId) -> account(accountId);
            case BusEvent.PersonTouched(var accountId) -> person(accountId);
            case BusEvent.SessionEnded(var sessionId) -> sessionEnded(sessionId);
            case BusEvent.RelationChanged ignored -> {}
            case BusEvent.PresenceTouched ignored -> {}
        }
    }

    /** The busiest loop of the server: one frame is encoded once and offered to each connection. */
    private void toConversation(BusEvent.ToConversation event) {
        Connection[] members = connections.ofConversation(event.conversationId());
        if (members.length == 0) {
            return;
        }
        ByteBuffer frame = frames.encode(event.message());
        Map<UUID, ByteBuffer> instead = new HashMap<>();
        event.instead().forEach((accountId, message) -> instead.put(accountId, frames.encode(message)));
        for (Connection member : members) {
            if (member.id().equals(event.except())) {
                continue;
            }
            ByteBuffer own = instead.isEmpty() ? frame : instead.getOrDefault(member.accountId(), frame);
            if (event.droppable()) {
                member.sendDroppable(own);
            } else {
                member.send(own);
            }
        }
    }

    private void toEndpoints(BusEvent.ToEndpoints event) {
        List<Connection> here = event.endpoints().stream()
                .map(calls::connectionOf)
                .filter(Objects::nonNull)
                .map(connections::find)
                .filter(Objects::nonNull)
                .toList();
        if (here.isEmpty()) {
            return;
        }
        ByteBuffer frame = frames.encode(event.message());
        for (Connection connection : here) {
            if (event.droppable()) {
                connection.sendDroppable(frame);
            } else {
                connection.send(frame);
            }
        }
    }

    /** Who has not said hello yet is sent all of it in answer to that. */
    private void toAccount(UUID accountId, ServerMessage message) {
        List<Connection> own = Arrays.stream(connections.ofAccount(accountId))
                .filter(Connection::greeted)
                .toList();
        if (!own.isEmpty()) {
            ByteBuffer frame = frames.encode(message);
            own.forEach(connection -> connection.send(frame));
        }
    }

    /** First subscribed, then read: nothing falls between. */
    private void joined(UUID conversationId, UUID accountId) {
        Connection[] own = connections.ofAccount(accountId);
        if (own.length == 0) {
            return;
        }
        Arrays.stream(own)
                .filter(Connection::greeted)
                .forEach(connection -> connections.join(connection, conversationId));
        inBackground(() -> {
            ConversationState state = sync.whole(accountId, conversationId);
            toAccount(accountId, new ServerMessage.StateOfConversation(state));
            calls.runningIn(conversationId)
                    .ifPresent(call -> toAccount(accountId, new ServerMessage.CallChanged(call)));
        });
    }

    private void left(UUID conversationId, UUID accountId) {
        for (Connection connection : connections.ofAccount(accountId)) {
            connections.leave(connection, conversationId);
        }
        toAccount(accountId, new ServerMessage.ConversationRemoved(conversationId));
    }

    private void account(UUID accountId) {
        if (connections.ofAccount(accountId).length > 0) {
            inBackground(() -> toAccount(accountId, new ServerMessage.AccountChanged(accounts.apply(accountId))));
        }
    }

    /** Those who know the person are found among who is here, in one statement. */
    private void person(UUID accountId) {
        inBackground(() -> {
            List<UUID> knowing = sync.related(accountId, connections.accounts());
            if (!knowing.isEmpty()) {
                SyncService.Profile profile = sync.profile(accountId);
                ServerMessage changed = new ServerMessage.PersonChanged(profile.person(), profile.change());
                knowing.forEach(each -> toAccount(each, changed));
            }
        });
    }

    private void sessionEnded(UUID sessionId) {
        connections.forEach(connection -> {
            if (connection.sessionId().equals(sessionId)) {
                connection.close(Connection.SESSION_ENDED, "session ended");
                calls.disconnected(connection.id());
            }
        });
    }

    private void inBackground(Runnable task) {
        blocking.execute(() -> {
            try {
                task.run();
            } catch (ServiceException passed) {
                log.debug("Not told: {}", passed.detail());
            } catch (RuntimeException e) {
                log.warn("What happened could not be read to be told; sync brings it", e);
            }
        });
    }
}
