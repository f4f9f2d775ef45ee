package dev.chatcall.server.media;

import dev.chatcall.protocol.media.MediaEvent;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what a listener is told, in order: events, and {@link #AFRESH}. */
final class MediaNews implements MediaListener {
    static final Object AFRESH = "started afresh";

    private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();

    @Override
    public void happened(MediaEvent event) {
        told.add(event);
    }

    @Override
    public void startedAfresh() {
        told.add(AFRESH);
    }

    /** What was told next; waits for it. */
    Object next() throws InterruptedException {
        Object next = told.poll(90, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Nothing was told");
        }
        return next;
    }

    boolean isEmpty() {
        return told.isEmpty();
    }
}
