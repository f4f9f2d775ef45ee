package dev.chatcall.desktop.testing;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.observable.Subscription;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;

/** A loop whose time passes when the test says so, on the test's own thread; what blocks runs there as well. */
public final class FakeLoop implements Loop {
    private final Queue<Runnable> ready = new ArrayDeque<>();
    private final List<Timer> timers = new ArrayList<>();
    private long now = 1_700_000_000_000L;

    @Override
    public void execute(Runnable task) {
        ready.add(task);
    }

    @Override
    public Subscription after(Duration delay, Runnable task) {
        Timer timer = new Timer(now + delay.toMillis(), task);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    @Override
    public Executor background() {
        return this;
    }

    @Override
    public long now() {
        return now;
    }

    /** Runs what waits, and what comes due in so long, in its order. */
    public void pass(Duration time) {
        long until = now + time.toMillis();
        runReady();
        for (Timer next = due(until); next != null; next = due(until)) {
            timers.remove(next);
            now = Math.max(now, next.at);
            next.task.run();
            runReady();
        }
        now = until;
    }

    /** Runs what waits, without a moment passing. */
    public void runReady() {
        for (Runnable next = ready.poll(); next != null; next = ready.poll()) {
            next.run();
        }
    }

    private Timer due(long until) {
        return timers.stream()
                .filter(timer -> timer.at <= until)
                .min(Comparator.comparingLong(timer -> timer.at))
                .orElse(null);
    }

    /** Equal to itself alone, so that calling one off never meets another. */
    private static final class Timer {
        private final long at;
        private final Runnable task;

        private Timer(long at, Runnable task) {
            this.at = at;
            this.task = task;
        }
    }
}
