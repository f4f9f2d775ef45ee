package dev.chatcall.server.gateway;

import dev.chatcall.server.http.Caller;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One open WebSocket of a signed-in person. */
final class Connection {
    /** Application close codes, beside RFC 6455's own. */
    static final int SESSION_ENDED = 4401;

    static final int HELLO_TIMEOUT = 4408;
    static final int PROTOCOL_UNSUPPORTED = 4426;
    static final int GOING_AWAY = 1001;
    static final int UNSUPPORTED_DATA = 1003;
    static final int POLICY_VIOLATION = 1008;

    private final UUID id;
    private final Caller caller;
    private final FrameSink sink;
    private final Outbox outbox;
    private final long openedAt;
    private final AtomicBoolean greeted = new AtomicBoolean();
    /** Made when it is first needed: most connections are in no call. */
    private @Nullable Executor turn;

    /** @param openedAt milliseconds since the epoch */
    Connection(UUID id, Caller caller, FrameSink sink, long openedAt) {
        this.id = id;
        this.caller = caller;
        this.sink = sink;
        this.openedAt = openedAt;
        this.outbox = new Outbox(sink);
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return caller.accountId();
    }

    UUID sessionId() {
        return caller.sessionId();
    }

    long openedAt() {
        return openedAt;
    }

    /** @return true the first time: {@code hello} comes once */
    boolean greet() {
        return greeted.compareAndSet(false, true);
    }

    boolean greeted() {
        return greeted.get();
    }

    /** Runs what this connection asks one after the other. */
    synchronized Executor turn(Executor executor) {
        if (turn == null) {
            turn = new InTurn(executor);
        }
        return turn;
    }

    void send(ByteBuffer frame) {
        outbox.offer(frame);
    }

    void sendDroppable(ByteBuffer frame) {
        outbox.offerDroppable(frame);
    }

    boolean sendPatiently(ByteBuffer frame) throws InterruptedException {
        return outbox.offerPatiently(frame);
    }

    void close(int code, String reason) {
        outbox.close();
        sink.close(code, reason);
    }

    /** The socket is gone. */
    void closed() {
        outbox.close();
    }
}
