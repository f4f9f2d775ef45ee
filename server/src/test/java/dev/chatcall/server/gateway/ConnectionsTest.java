package dev.chatcall.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.server.http.Caller;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private final Connections connections = new Connections();
    private final UUID anna = UUID.randomUUID();
    private final UUID conversation = UUID.randomUUID();

    @Test
    void aConnectionIsFoundByAccountAndConversationUntilItIsGone() {
        Connection connection = open();
        connections.subscribe(connection, List.of(conversation));
        assertThat(connections.ofAccount(anna)).containsExactly(connection);
        assertThat(connections.ofConversation(conversation)).containsExactly(connection);
        connections.remove(connection);
        assertThat(connections.ofAccount(anna)).isEmpty();
        assertThat(connections.ofConversation(conversation)).isEmpty();
        assertThat(connections.size()).isZero();
    }

    @Test
    void whoLeftWhileHelloStillReadTakesNoPartAfterwards() {
        Connection connection = open();
        connections.leave(connection, conversation);
        connections.subscribe(connection, List.of(conversation));
        assertThat(connections.takesPart(connection, conversation)).isFalse();
    }

    @Test
    void whoLeftAndCameBackWhileHelloStillReadTakesPart() {
        Connection connection = open();
        connections.leave(connection, conversation);
        connections.join(connection, conversation);
        connections.subscribe(connection, List.of());
        assertThat(connections.takesPart(connection, conversation)).isTrue();
    }

    @Test
    void joiningTwiceIsJoiningOnce() {
        Connection connection = open();
        connections.join(connection, conversation);
        connections.subscribe(connection, List.of(conversation));
        assertThat(connections.ofConversation(conversation)).containsExactly(connection);
    }

    @Test
    void aConnectionThatIsGoneEntersNothing() {
        Connection connection = open();
        connections.remove(connection);
        connections.subscribe(connection, List.of(conversation));
        connections.join(connection, conversation);
        assertThat(connections.ofConversation(conversation)).isEmpty();
    }

    private Connection open() {
        Connection connection =
                new Connection(UUID.randomUUID(), new Caller(anna, UUID.randomUUID(), false), new Nowhere(), 0);
        connections.add(connection);
        return connection;
    }

    private static final class Nowhere implements FrameSink {
        @Override
        public void send(ByteBuffer payload, Runnable done) {
            done.run();
        }

        @Override
        public void close(int code, String reason) {}
    }
}
