package dev.chatcall.desktop.testing;

import dev.chatcall.desktop.json.Json;
import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.ServerMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;

/** A socket that has said hello, and all that came on it. */
public final class TestSocket implements AutoCloseable {
    private static final JsonMapper JSON = Json.mapper();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final List<ServerMessage> frames = new ArrayList<>();
    private WebSocket socket;
    private boolean closed;

    private TestSocket() {}

    static TestSocket open(HttpClient http, URI server, String bearer) {
        TestSocket opened = new TestSocket();
        opened.socket = http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + bearer)
                .buildAsync(URI.create(server.toString().replaceFirst("^http", "ws") + "/ws"), opened.new Listening())
                .join();
        opened.send(new ClientMessage.Hello(Limits.PROTOCOL_VERSION, "test", List.of(), 0, 0, List.of()));
        opened.await(frame -> frame instanceof ServerMessage.SyncDone);
        return opened;
    }

    public void send(ClientMessage frame) {
        lock.lock();
        try {
            socket.sendText(JSON.writerFor(ClientMessage.class).writeValueAsString(frame), true)
                    .join();
        } finally {
            lock.unlock();
        }
    }

    /** The first frame that fulfils it, of those that came and those to come. */
    public ServerMessage await(Predicate<ServerMessage> fulfilled) {
        long left = Awaiting.LONGEST.toNanos();
        lock.lock();
        try {
            for (int looked = 0; ; ) {
                for (; looked < frames.size(); looked++) {
                    if (fulfilled.test(frames.get(looked))) {
                        return frames.get(looked);
                    }
                }
                if (closed || left <= 0) {
                    throw new AssertionError("It did not come. What came: " + frames);
                }
                left = more.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            lock.unlock();
        }
    }

    boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        socket.abort();
        ended();
    }

    private void ended() {
        lock.lock();
        try {
            closed = true;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void received(String text) {
        ServerMessage frame = JSON.readValue(text, ServerMessage.class);
        lock.lock();
        try {
            frames.add(frame);
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private final class Listening implements WebSocket.Listener {
        private final StringBuilder partial = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                received(partial.toString());
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            ended();
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            ended();
        }
    }
}
