package dev.chatcall.server.http;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.core.WebSocketConnection;
import org.jspecify.annotations.Nullable;

/**
 * An end point whose WebSocket frames are read on the selector's own thread. What a frame causes there never waits, and
 * to hand each to another thread costs more than to read it. HTTP requests, which may wait, get a virtual thread as ever.
 */
final class SocketReads extends SocketChannelEndPoint {
    private @Nullable Callback reader;
    private @Nullable Callback readerHere;

    SocketReads(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
    }

    @Override
    public void fillInterested(Callback callback) {
        super.fillInterested(here(callback));
    }

    @Override
    public boolean tryFillInterested(Callback callback) {
        return super.tryFillInterested(here(callback));
    }

    /** A WebSocket connection comes with one callback for all its life. */
    private Callback here(Callback callback) {
        if (!(getConnection() instanceof WebSocketConnection)) {
            return callback;
        }
        Callback known = readerHere;
        if (known == null || reader != callback) {
            known = Callback.from(InvocationType.NON_BLOCKING, callback::succeeded, callback::failed);
            reader = callback;
            readerHere = known;
        }
        return known;
    }
}
