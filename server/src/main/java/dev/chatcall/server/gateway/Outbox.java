package dev.chatcall.server.gateway;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * What waits to be sent to one connection: a few frames are with the socket, the rest is queued here, bounded in number
 * and bytes. A connection that cannot keep up is closed with 1013 and comes back through sync: that costs less than
 * keeping everything for it.
 */
final class Outbox {
    static final int SLOW_CONSUMER = 1013;
    private static final int IN_FLIGHT_MAX = 32;
    private static final int FRAMES_MAX = 4_096;
    private static final int BYTES_MAX = 4 * 1024 * 1024;
    /** Past this much waiting, frames that can be dropped are, and sync pauses. */
    private static final int BYTES_BUSY = 512 * 1024;

    private final FrameSink sink;
    private final ArrayDeque<ByteBuffer> waiting = new ArrayDeque<>(0);
    private final Runnable done = this::sent;
    private int inFlight;
    private int bytesWaiting;
    private boolean closed;

    Outbox(FrameSink sink) {
        this.sink = sink;
    }

    /** Queues or sends a frame. Never waits. */
    void offer(ByteBuffer frame) {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (inFlight >= IN_FLIGHT_MAX) {
                enqueue(frame);
                return;
            }
            inFlight++;
        }
        sink.send(frame, done);
    }

    /** As {@link #offer}, but a busy connection goes without it. */
    void offerDroppable(ByteBuffer frame) {
        if (!busy()) {
            offer(frame);
        }
    }

    /**
     * As {@link #offer}, but waits while the connection is busy: for much at once that is not urgent.
     *
     * @return false when the connection is closed
     */
    boolean offerPatiently(ByteBuffer frame) throws InterruptedException {
        synchronized (this) {
            while (!closed && bytesWaiting > BYTES_BUSY) {
                wait();
            }
            if (closed) {
                return false;
            }
        }
        offer(frame);
        return true;
    }

    /** Drops what waits and takes nothing more. */
    synchronized void close() {
        closed = true;
        waiting.clear();
        bytesWaiting = 0;
        notifyAll();
    }

    private synchronized boolean busy() {
        return bytesWaiting > BYTES_BUSY;
    }

    private void enqueue(ByteBuffer frame) {
        if (waiting.size() >= FRAMES_MAX || bytesWaiting + frame.remaining() > BYTES_MAX) {
            close();
            sink.close(SLOW_CONSUMER, "slow consumer");
            return;
        }
        waiting.add(frame);
        bytesWaiting += frame.remaining();
    }

    private void sent() {
        ByteBuffer next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                inFlight--;
                return;
            }
            bytesWaiting -= next.remaining();
            if (bytesWaiting <= BYTES_BUSY) {
                notifyAll();
            }
        }
        sink.send(next, done);
    }
}
