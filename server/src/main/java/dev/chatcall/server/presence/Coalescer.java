package dev.chatcall.server.presence;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects what is to be done while the last batch is being done, so that ten thousand at once cost a few batches. What
 * waits already is not kept twice; batches keep the order and never overlap.
 */
final class Coalescer<T> {
    private static final Logger log = LoggerFactory.getLogger(Coalescer.class);

    private final Executor executor;
    private final int batchMax;
    private final Consumer<List<T>> handler;
    private final Set<T> waiting = new LinkedHashSet<>();
    private boolean running;

    /**
     * @param executor runs the batches; they may block
     * @param handler what it throws is logged and costs that batch only
     */
    Coalescer(Executor executor, int batchMax, Consumer<List<T>> handler) {
        this.executor = executor;
        this.batchMax = batchMax;
        this.handler = handler;
    }

    /** Does not block. */
    void add(T item) {
        synchronized (waiting) {
            waiting.add(item);
            if (running) {
                return;
            }
            running = true;
        }
        executor.execute(this::run);
    }

    private void run() {
        for (List<T> batch = next(); !batch.isEmpty(); batch = next()) {
            try {
                handler.accept(batch);
            } catch (RuntimeException e) {
                log.error("A batch of {} about presence failed", batch.size(), e);
            }
        }
    }

    private List<T> next() {
        synchronized (waiting) {
            List<T> batch = new ArrayList<>(Math.min(batchMax, waiting.size()));
            Iterator<T> items = waiting.iterator();
            while (items.hasNext() && batch.size() < batchMax) {
                batch.add(items.next());
                items.remove();
            }
            running = !batch.isEmpty();
            return batch;
        }
    }
}
