package dev.chatcall.server.gateway;

import java.nio.ByteBuffer;

/** Where an outbox puts its frames: a socket, or a test. */
interface FrameSink {

    /**
     * Begins to send one text frame.
     *
     * @param payload UTF-8; shared between connections, so the sink reads a duplicate
     * @param done called when it is on its way or has failed
     */
    void send(ByteBuffer payload, Runnable done);

    /** @param code a WebSocket close code (RFC 6455 section 7.4) */
    void close(int code, String reason);
}
