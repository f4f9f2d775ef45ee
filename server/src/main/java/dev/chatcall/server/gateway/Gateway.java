package dev.chatcall.server.gateway;

import dev.chatcall.protocol.account.Account;
import dev.chatcall.server.bus.Bus;
import dev.chatcall.server.call.CallRequests;
import dev.chatcall.server.conversation.ConversationService;
import dev.chatcall.server.http.Caller;
import dev.chatcall.server.http.HttpServer;
import dev.chatcall.server.id.Ids;
import dev.chatcall.server.message.MessageService;
import dev.chatcall.server.presence.PresenceService;
import dev.chatcall.server.receipt.ReceiptService;
import dev.chatcall.server.sync.SyncService;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Takes the WebSocket connections of signed-in people and keeps them for as long as they last. */
public final class Gateway implements AutoCloseable {
    private static final String CONNECTION = "chatcall.connection";
    private static final int CONNECTIONS_PER_ACCOUNT_MAX = 50;
    private static final Duration HELLO_WITHIN = Duration.ofSeconds(10);

    /**
     * What the gateway hands over to.
     *
     * @param accounts a person's own view of their account
     * @param rateLimits false for measuring
     */
    public record Services(
            MessageService messages,
            ReceiptService receipts,
            ConversationService conversations,
            SyncService sync,
            Function<UUID, Account> accounts,
            PresenceService presence,
            CallRequests calls,
            Bus bus,
            boolean rateLimits,
            String version) {}

    private final Connections connections;
    private final Dispatcher dispatcher;
    private final PresenceService presence;
    private final CallRequests calls;
    private final Ids ids;
    private final Clock clock;

    public Gateway(
            Services services, Connections connections, JsonMapper json, Ids ids, Clock clock, Executor blocking) {
        Frames frames = new Frames(json);
        this.connections = connections;
        this.presence = services.presence();
        this.calls = services.calls();
        FrameLimits limits = new FrameLimits(services.rateLimits());
        this.ids = ids;
        this.clock = clock;
        Greeter greeter = new Greeter(
                connections,
                frames,
                services.conversations(),
                services.sync(),
                services.accounts(),
                services.presence(),
                services.calls(),
                clock,
                services.version());
        this.dispatcher = new Dispatcher(
                connections,
                frames,
                limits,
                services.messages(),
                services.receipts(),
                services.presence(),
                new CallDesk(connections, frames, limits, services.calls(), blocking),
                greeter,
                services.bus(),
                blocking);
        Delivery delivery =
                new Delivery(connections, frames, services.sync(), services.accounts(), services.calls(), blocking);
        services.bus().subscribe(delivery::deliver);
    }

    /** Begins to show out who says no {@code hello}. */
    public void start(ScheduledExecutorService scheduler) {
        scheduler.scheduleWithFixedDelay(this::closeSilent, 1, 1, TimeUnit.SECONDS);
    }

    /** What becomes of the connections at {@code /ws}. */
    public void accept(WsConfig socket) {
        socket.onConnect(this::opened);
        socket.onMessage(context -> {
            Connection connection = context.attribute(CONNECTION);
            if (connection != null) {
                dispatcher.receive(connection, context.message());
            }
        });
        socket.onBinaryMessage(context -> close(context, Connection.UNSUPPORTED_DATA, "text frames only"));
        socket.onClose(context -> gone(context.attribute(CONNECTION)));
    }

    /** Open connections, for the metrics. */
    public int size() {
        return connections.size();
    }

    private void opened(WsContext context) {
        Caller caller = HttpServer.caller(context);
        Connection connection =
                new Connection(ids.next(), caller, new JettySink((WebSocketSession) context.session), clock.millis());
        if (connections.ofAccount(caller.accountId()).length >= CONNECTIONS_PER_ACCOUNT_MAX) {
            connection.close(Connection.POLICY_VIOLATION, "too many connections");
            return;
        }
        context.attribute(CONNECTION, connection);
        connections.add(connection);
    }

    private void close(WsContext context, int code, String reason) {
        Connection connection = context.attribute(CONNECTION);
        if (connection != null) {
            connection.close(code, reason);
        }
    }

    private void gone(@Nullable Connection connection) {
        if (connection != null) {
            connection.closed();
            connections.remove(connection);
            presence.went(connection.id(), connection.accountId());
            calls.disconnected(connection.id());
        }
    }

    private void closeSilent() {
        long latest = clock.millis() - HELLO_WITHIN.toMillis();
        connections.forEach(connection -> {
            if (!connection.greeted() && connection.openedAt() < latest) {
                connection.close(Connection.HELLO_TIMEOUT, "hello expected");
            }
        });
    }

    /** Tells every client to come back later, to this server or another. */
    @Override
    public void close() {
        connections.forEach(connection -> connection.close(Connection.GOING_AWAY, "server is stopping"));
    }
}
