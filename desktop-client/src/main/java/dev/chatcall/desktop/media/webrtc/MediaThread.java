package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.media.MediaException;
import dev.chatcall.desktop.media.MediaException.Problem;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that calls the library; what it finds is told on the core's loop. */
final class MediaThread implements Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MediaThread.class);

    private final Loop loop;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("media").daemon().factory());

    MediaThread(Loop loop) {
        this.loop = loop;
    }

    /** Does it in turn. Completes on the loop, and fails with {@link MediaException} alone. */
    <T> CompletableFuture<T> call(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            thread.execute(() -> {
                try {
                    T value = task.call();
                    loop.execute(() -> result.complete(value));
                } catch (Throwable e) {
                    // The library throws errors for what is refused.
                    fail(result, e);
                }
            });
        } catch (RejectedExecutionException closed) {
            fail(result, closed);
        }
        return result;
    }

    /** Does it in turn. What fails is written down. */
    @Override
    public void execute(Runnable task) {
        try {
            thread.execute(() -> {
                try {
                    task.run();
                } catch (Throwable e) {
                    LOG.warn("The media library refused: {}", e.toString());
                }
            });
        } catch (RejectedExecutionException closed) {
            LOG.debug("Nothing runs after the end");
        }
    }

    /** Tells it on the loop. */
    <T> void tell(CompletableFuture<T> result, T value) {
        loop.execute(() -> result.complete(value));
    }

    /** Tells on the loop why it did not work. */
    void fail(CompletableFuture<?> result, Throwable why) {
        Throwable cause = why instanceof CompletionException && why.getCause() != null ? why.getCause() : why;
        MediaException told = cause instanceof MediaException media
                ? media
                : new MediaException(Problem.REFUSED, String.valueOf(cause.getMessage()));
        loop.execute(() -> result.completeExceptionally(told));
    }

    Loop loop() {
        return loop;
    }

    /** Ends after what was asked before. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
