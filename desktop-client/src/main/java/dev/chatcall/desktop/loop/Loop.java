package dev.chatcall.desktop.loop;

import dev.chatcall.desktop.observable.Subscription;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * One thread, as a page has one: the core's state is read and changed here alone, so nothing of it needs a lock. Nothing
 * on it may block; what blocks runs on {@link #background()} and comes back.
 */
public interface Loop extends Executor {
    /** Runs it later on the loop; from any thread. */
    @Override
    void execute(Runnable task);

    /** Runs it on the loop after a while, unless called off. */
    Subscription after(Duration delay, Runnable task);

    /** For what blocks: files, databases, requests. */
    Executor background();

    /** Milliseconds since the epoch. */
    long now();
}
