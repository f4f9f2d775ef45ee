package dev.chatcall.desktop.storage;

import dev.chatcall.desktop.loop.Loop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that reads and writes what is kept, in the order in which it is asked. It is there while there is
 * something to do, and the program does not end under it.
 */
final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final long IDLE_SECONDS = 1;
    private static final long END_SECONDS = 10;

    private final Loop loop;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("storage").factory());

    Writer(Loop loop) {
        this.loop = loop;
        thread.allowCoreThreadTimeOut(true);
    }

    /** Completes on the loop, with a {@link StorageException} where it failed. */
    <T> CompletableFuture<T> ask(Task<T> task) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            thread.execute(() -> {
                try {
                    T value = task.run();
                    loop.execute(() -> answer.complete(value));
                } catch (Exception e) {
                    LOG.warn("Something could not be kept or read: {}", e.toString());
                    StorageException failure = new StorageException("Not kept", e);
                    loop.execute(() -> answer.completeExceptionally(failure));
                }
            });
        } catch (RejectedExecutionException e) {
            loop.execute(() -> answer.completeExceptionally(new StorageException("Closed", e)));
        }
        return answer;
    }

    /** As {@link #ask}, for what has no answer. */
    CompletableFuture<Void> tell(Work work) {
        return ask(() -> {
                    work.run();
                    return true;
                })
                .thenAccept(done -> {});
    }

    /** Waits until everything that was asked is done. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The disk is too slow to wait for; what is still to be written goes on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    @FunctionalInterface
    interface Task<T> {
        T run() throws Exception;
    }
}
