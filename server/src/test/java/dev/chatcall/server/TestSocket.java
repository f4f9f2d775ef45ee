package dev.chatcall.server;

import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.message.MessageBody;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** A real WebSocket that speaks the protocol; what it waits for comes within seconds or the test fails. */
public final class TestSocket implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BlockingQueue<ServerMessage> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private WebSocket socket;

    private TestSocket() {}

    static TestSocket open(URI server, String accessToken) {
        TestSocket test = new TestSocket();
        test.socket = TestPerson.HTTP
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + accessToken)
                .buildAsync(URI.create("ws://" + server.getAuthority() + "/ws"), test.new Listener())
                .join();
        return test;
    }

    /** Says hello as a client that knows nothing, and takes all that is sent in answer. */
    public TestSocket hello() {
        hello(0, 0, List.of());
        return this;
    }

    /** @return everything up to {@code sync.done} */
    public List<ServerMessage> hello(long accountChange, long peopleChange, List<ClientMessage.Cursor> cursors) {
        send(new ClientMessage.Hello(Limits.PROTOCOL_VERSION, "test", List.of(), accountChange, peopleChange, cursors));
        List<ServerMessage> answer = new ArrayList<>();
        do {
            answer.add(next());
        } while (!(answer.getLast() instanceof ServerMessage.SyncDone));
        return answer;
    }

    public void send(ClientMessage message) {
        sendText(TestPerson.JSON.writerFor(ClientMessage.class).writeValueAsString(message));
    }

    public synchronized void sendText(String text) {
        socket.sendText(text, true).join();
    }

    public synchronized void sendBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** Sends a text and takes the answer. */
    public ServerMessage.MessageAccepted say(UUID conversationId, String text) {
        return say(conversationId, UUID.randomUUID(), text);
    }

    public ServerMessage.MessageAccepted say(UUID conversationId, UUID id, String text) {
        send(message(conversationId, id, text));
        return await(
                ServerMessage.MessageAccepted.class, accepted -> accepted.id().equals(id));
    }

    /** Sends a text that must be refused. */
    public ServerMessage.Error sayInVain(UUID conversationId, UUID id, String text) {
        send(message(conversationId, id, text));
        return await(ServerMessage.Error.class, error -> id.toString().equals(error.requestId()));
    }

    private static ClientMessage message(UUID conversationId, UUID id, String text) {
        return new ClientMessage.SendMessage(id.toString(), conversationId, id, new MessageBody.Text(text, List.of()));
    }

    /** The next frame, whatever it is. */
    public ServerMessage next() {
        try {
            ServerMessage message = received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("Nothing came" + (closed.isDone() ? ", the socket is closed" : ""));
            }
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next frame of that kind; others before it are dropped. */
    public <T extends ServerMessage> T await(Class<T> type) {
        return await(type, any -> true);
    }

    /** The next frame of that kind that is wanted; others before it are dropped. */
    public <T extends ServerMessage> T await(Class<T> type, Predicate<T> wanted) {
        while (true) {
            ServerMessage message = next();
            if (type.isInstance(message) && wanted.test(type.cast(message))) {
                return type.cast(message);
            }
        }
    }

    /** All that came until the server has surely handled everything sent before: it answers a ping in its turn. */
    public List<ServerMessage> drain() {
        send(new ClientMessage.Ping());
        List<ServerMessage> came = new ArrayList<>();
        while (true) {
            ServerMessage message = next();
            if (message instanceof ServerMessage.Pong) {
                return came;
            }
            came.add(message);
        }
    }

    /** Waits until the server closes. @return the close code */
    public int awaitClose() {
        try {
            return closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("The server did not close the socket", e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                received.add(TestPerson.JSON.readValue(text.toString(), ServerMessage.class));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.complete(-1);
        }
    }
}
