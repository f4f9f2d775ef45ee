package dev.chatcall.desktop.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.desktop.client.ConnectionState;
import dev.chatcall.desktop.json.Json;
import dev.chatcall.desktop.testing.FakeLoop;
import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.error.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private final FakeLoop loop = new FakeLoop();
    private final Wire wire = new Wire();
    private final Connection connection =
            new Connection(wire, loop, failures -> Duration.ofSeconds(1), new FrameText(Json.mapper()), wire);

    @Test
    void itSaysHelloSyncsAndIsLiveThen() {
        assertInstanceOf(ConnectionState.Idle.class, state());
        connection.start();
        assertInstanceOf(ConnectionState.Connecting.class, state());
        wire.line().opened();
        assertInstanceOf(ConnectionState.Syncing.class, state());
        assertEquals(List.of("{\"type\":\"ping\"}"), wire.sent);
        assertFalse(connection.send(new ClientMessage.Ping()));
        wire.say(new ServerMessage.SyncDone());
        assertInstanceOf(ConnectionState.Live.class, state());
        assertTrue(connection.send(new ClientMessage.Ping()));
    }

    @Test
    void itWaitsAsThePolicySaysWhenItIsLostAndComesBack() {
        goLive();
        wire.line().closed(1006);
        assertEquals(new ConnectionState.Waiting(loop.now() + 1_000), state());
        loop.pass(Duration.ofMillis(999));
        assertEquals(1, wire.lines.size());
        loop.pass(Duration.ofMillis(1));
        assertEquals(2, wire.lines.size());
    }

    @Test
    void itComesBackAtOnceWhenTheNetworkOrThePersonDoes() {
        goLive();
        wire.line().closed(1001);
        connection.hurry();
        assertEquals(2, wire.lines.size());
    }

    @Test
    void itAsksASilentLineWhetherItLivesAndGivesItUpAfterFortySeconds() {
        goLive();
        loop.pass(Duration.ofSeconds(20));
        assertEquals(List.of("{\"type\":\"ping\"}"), wire.sent);
        loop.pass(Duration.ofSeconds(20));
        assertInstanceOf(ConnectionState.Waiting.class, state());
        assertEquals(1, wire.closed);
    }

    @Test
    void itKeepsALineThatAnswers() {
        goLive();
        loop.pass(Duration.ofSeconds(20));
        wire.say(new ServerMessage.Pong());
        loop.pass(Duration.ofSeconds(20));
        assertInstanceOf(ConnectionState.Live.class, state());
    }

    @Test
    void aLineThatMayHaveDiedWhileOneWasAwayHasFourSecondsToAnswer() {
        goLive();
        loop.pass(Duration.ofSeconds(10));
        connection.hurry();
        assertEquals(1, wire.sent.size());
        loop.pass(Duration.ofSeconds(4));
        assertInstanceOf(ConnectionState.Waiting.class, state());
    }

    @Test
    void aRefusedTokenIsRenewedOnce() {
        connection.start();
        wire.line().refused();
        assertEquals(List.of("first", "second"), wire.bearers);
        wire.line().opened();
        assertInstanceOf(ConnectionState.Syncing.class, state());
    }

    @Test
    void aSessionThatIsOverEndsTheTrying() {
        wire.session = CompletableFuture.failedFuture(new ApiException(ErrorCode.AUTH_SESSION_ENDED.code()));
        goLive();
        wire.line().closed(4401);
        loop.pass(Duration.ofMinutes(5));
        assertEquals(1, wire.signedOut);
        assertEquals(1, wire.lines.size());
        assertInstanceOf(ConnectionState.Idle.class, state());
    }

    @Test
    void whereTheSessionHoldsAfterAllItComesBack() {
        goLive();
        wire.line().closed(4401);
        loop.pass(Duration.ofSeconds(1));
        assertEquals(2, wire.lines.size());
        assertEquals(0, wire.signedOut);
    }

    @Test
    void noTokenForWantOfANetworkIsOnlyAWait() {
        wire.token = CompletableFuture.failedFuture(new ApiException(ApiException.UNREACHABLE));
        connection.start();
        assertInstanceOf(ConnectionState.Waiting.class, state());
        wire.token = CompletableFuture.completedFuture("first");
        loop.pass(Duration.ofSeconds(1));
        assertEquals(1, wire.lines.size());
    }

    @Test
    void aServerOfAnotherVersionIsNotAskedAgain() {
        goLive();
        wire.say(new ServerMessage.Error(null, ErrorCode.PROTOCOL_UNSUPPORTED, "", null));
        wire.line().closed(1008);
        loop.pass(Duration.ofMinutes(5));
        assertInstanceOf(ConnectionState.Unsupported.class, state());
        assertEquals(1, wire.lines.size());
    }

    @Test
    void whatAnOlderLineStillSaysIsNotListenedTo() {
        goLive();
        Transport.Events old = wire.line();
        old.closed(1006);
        loop.pass(Duration.ofSeconds(1));
        old.received("{\"type\":\"sync.done\"}");
        old.closed(1006);
        assertInstanceOf(ConnectionState.Connecting.class, state());
    }

    @Test
    void whatIsNoFrameOfThisProtocolIsPassedOver() {
        goLive();
        wire.line().received("{\"type\":\"something.newer\",\"x\":1}");
        wire.line().received("nonsense");
        assertInstanceOf(ConnectionState.Live.class, state());
        assertEquals(1, wire.received.size());
    }

    private ConnectionState state() {
        return connection.state().get();
    }

    private void goLive() {
        connection.start();
        wire.line().opened();
        wire.say(new ServerMessage.SyncDone());
        wire.sent.clear();
    }

    /** A transport and a server in the test's hands. */
    private static final class Wire implements Transport, Connection.Events {
        private final List<Transport.Events> lines = new ArrayList<>();
        private final List<String> bearers = new ArrayList<>();
        private final List<String> sent = new ArrayList<>();
        private final List<ServerMessage> received = new ArrayList<>();
        private CompletableFuture<String> token = CompletableFuture.completedFuture("first");
        private CompletableFuture<?> session = CompletableFuture.completedFuture("holds");
        private int signedOut;
        private int closed;

        private Transport.Events line() {
            return lines.getLast();
        }

        private void say(ServerMessage frame) {
            line().received(Json.mapper().writerFor(ServerMessage.class).writeValueAsString(frame));
        }

        @Override
        public Line open(String bearer, Transport.Events events) {
            bearers.add(bearer);
            lines.add(events);
            return new Line() {
                @Override
                public void send(String text) {
                    sent.add(text);
                }

                @Override
                public void close() {
                    closed++;
                }
            };
        }

        @Override
        public CompletableFuture<String> token() {
            return token;
        }

        @Override
        public CompletableFuture<String> renewed(String refused) {
            return CompletableFuture.completedFuture("second");
        }

        @Override
        public ClientMessage hello() {
            return new ClientMessage.Ping();
        }

        @Override
        public void received(ServerMessage frame) {
            received.add(frame);
        }

        @Override
        public CompletableFuture<?> checkSession() {
            return session;
        }

        @Override
        public void signedOut() {
            signedOut++;
        }
    }
}
