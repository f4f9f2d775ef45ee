package dev.chatcall.server.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A clock, and a scheduler that goes by it, which stand still until the test moves them. For one thread. */
final class ManualTime extends Clock {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final Scheduler scheduler = new Scheduler();

    Scheduler scheduler() {
        return scheduler;
    }

    /** Runs everything that falls due, at its time and in its order. */
    void advance(Duration by) {
        Instant until = now.plus(by);
        for (Task next = scheduler.due(until); next != null; next = scheduler.due(until)) {
            now = next.at;
            next.runDue();
        }
        now = until;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    private final class Task extends FutureTask<Object> implements ScheduledFuture<Object> {
        private final Duration period;
        private Instant at;

        Task(Runnable command, Duration delay, Duration period) {
            super(command, null);
            this.at = now.plus(delay);
            this.period = period;
        }

        void runDue() {
            if (period.isZero()) {
                run();
            } else if (runAndReset()) {
                at = at.plus(period);
                scheduler.tasks.add(this);
            }
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(now, at));
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    final class Scheduler extends AbstractExecutorService implements ScheduledExecutorService {
        private final List<Task> tasks = new ArrayList<>();

        private Task due(Instant until) {
            tasks.removeIf(Task::isCancelled);
            Task next =
                    tasks.stream().min(Comparator.comparing(task -> task.at)).orElse(null);
            if (next == null || next.at.isAfter(until)) {
                return null;
            }
            tasks.remove(next);
            return next;
        }

        private Task add(Runnable command, Duration delay, Duration period) {
            Task task = new Task(command, delay, period);
            tasks.add(task);
            return task;
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            return add(command, Duration.of(delay, unit.toChronoUnit()), Duration.ZERO);
        }

        @Override
        public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long delay, long period, TimeUnit unit) {
            return add(command, Duration.of(delay, unit.toChronoUnit()), Duration.of(period, unit.toChronoUnit()));
        }

        @Override
        public void execute(Runnable command) {
            command.run();
        }

        @Override
        public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long first, long delay, TimeUnit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void shutdown() {
            tasks.clear();
        }

        @Override
        public List<Runnable> shutdownNow() {
            tasks.clear();
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
