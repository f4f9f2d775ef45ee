package dev.chatcall.desktop.loop;

import dev.chatcall.desktop.observable.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loop of the program. */
public final class ThreadLoop implements Loop, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadLoop.class);

    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("core").daemon().factory());
    private final ExecutorService background = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("background-", 0).factory());

    public ThreadLoop(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void execute(Runnable task) {
        try {
            thread.execute(() -> guarded(task));
        } catch (RejectedExecutionException closed) {
            LOG.debug("Nothing runs after the end");
        }
    }

    @Override
    public Subscription after(Duration delay, Runnable task) {
        try {
            Future<?> waiting = thread.schedule(() -> guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> waiting.cancel(false);
        } catch (RejectedExecutionException closed) {
            return () -> {};
        }
    }

    @Override
    public Executor background() {
        return background;
    }

    @Override
    public long now() {
        return clock.millis();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        background.shutdownNow();
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("A task of the core failed", e);
        }
    }
}
