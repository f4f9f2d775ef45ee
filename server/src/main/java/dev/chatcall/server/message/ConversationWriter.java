package dev.chatcall.server.message;

import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.bus.Bus;
import dev.chatcall.server.bus.BusEvent;
import dev.chatcall.server.error.ServiceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this server that changes conversations. It takes whatever has queued, stores all messages of it in
 * one transaction (group commit: one fsync for many), and only then tells senders and everybody else. Since nobody else
 * numbers changes here, frames leave in the order of their numbers.
 */
public final class ConversationWriter implements AutoCloseable {
    /** Messages in one transaction at most. */
    static final int BATCH_MAX = 512;
    /** What may wait; past that senders are told to try again. */
    static final int QUEUE_MAX = 20_000;

    /**
     * Under load batches begin this far apart, and what comes meanwhile shares a transaction: fewer, larger ones cost a
     * fraction. A message that comes alone does not wait.
     */
    private static final Duration PACE = Duration.ofMillis(10);

    private static final Duration BUSY_RETRY = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(ConversationWriter.class);

    private sealed interface Work {
        record Append(PendingMessage message) implements Work {}

        record Edit(Runnable change, CompletableFuture<?> done) implements Work {}

        record Stop() implements Work {}
    }

    private final BlockingQueue<Work> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final MessageStore store;
    private final Bus bus;
    private final Thread thread;
    /** {@link System#nanoTime} of the last batch; of the writer's thread alone. */
    private long began;

    public ConversationWriter(MessageStore store, Bus bus) {
        this.store = store;
        this.bus = bus;
        this.thread = Thread.ofPlatform().name("conversation-writer").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /**
     * Queues a message; its outcome is called once it is stored or refused. Does not wait.
     *
     * @throws ServiceException {@link ErrorCode#SERVER_BUSY} when too much is queued; nothing was stored
     */
    public void append(PendingMessage message) {
        enqueue(new Work.Append(message));
    }

    /**
     * Runs a change of a conversation other than a new message in turn with the messages. It runs in its own
     * transaction, and publishes, on the writer's thread; so it must be short.
     *
     * @return completes with what the change returned, or exceptionally with what it threw
     * @throws ServiceException {@link ErrorCode#SERVER_BUSY}
     */
    public <T> CompletableFuture<T> edit(Supplier<T> change) {
        CompletableFuture<T> done = new CompletableFuture<>();
        enqueue(new Work.Edit(() -> done.complete(change.get()), done));
        return done;
    }

    /** How much waits, for the metrics. */
    public int queued() {
        return queue.size();
    }

    private void enqueue(Work work) {
        if (!queue.offer(work)) {
            throw new ServiceException(ErrorCode.SERVER_BUSY, "Too many messages are queued", BUSY_RETRY);
        }
    }

    private void run() {
        List<Work> taken = new ArrayList<>(BATCH_MAX);
        List<PendingMessage> batch = new ArrayList<>(BATCH_MAX);
        boolean running = true;
        while (running) {
            take(taken);
            for (Work work : taken) {
                switch (work) {
                    case Work.Append append -> batch.add(append.message());
                    case Work.Edit edit -> {
                        flush(batch);
                        perform(edit);
                    }
                    case Work.Stop ignored -> running = false;
                }
            }
            flush(batch);
            taken.clear();
        }
    }

    private void take(List<Work> into) {
        try {
            into.add(queue.take());
            gather();
            queue.drainTo(into, BATCH_MAX - 1);
        } catch (InterruptedException e) {
            into.add(new Work.Stop());
        }
    }

    private void gather() throws InterruptedException {
        long wait = began + PACE.toNanos() - System.nanoTime();
        if (wait > 0 && wait <= PACE.toNanos() && queue.size() < BATCH_MAX) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
        began = System.nanoTime();
    }

    private void perform(Work.Edit edit) {
        try {
            edit.change().run();
        } catch (RuntimeException e) {
            edit.done().completeExceptionally(e);
        }
    }

    private void flush(List<PendingMessage> batch) {
        if (batch.isEmpty()) {
            return;
        }
        List<AppendOutcome> outcomes = storeAll(batch);
        for (int i = 0; i < batch.size(); i++) {
            tell(batch.get(i), outcomes.get(i));
        }
        batch.clear();
    }

    /**
     * A batch whose data the database refuses is tried message by message, so that one cannot take others down with it.
     * After any other failure it is unknown what became of the commit: the senders try again, and the ids make that
     * safe.
     */
    private List<AppendOutcome> storeAll(List<PendingMessage> batch) {
        try {
            return store.append(batch);
        } catch (UnstorableException e) {
            if (batch.size() > 1) {
                return batch.stream()
                        .flatMap(message -> storeAll(List.of(message)).stream())
                        .toList();
            }
            log.warn("A message could not be stored", e);
            return List.of(new AppendOutcome.Refused(ErrorCode.SERVER_INTERNAL, "The database refused it"));
        } catch (RuntimeException e) {
            log.warn("{} messages could not be stored; their senders will try again", batch.size(), e);
            return Collections.nCopies(
                    batch.size(), new AppendOutcome.Refused(ErrorCode.SERVER_BUSY, "The database does not answer"));
        }
    }

    private void tell(PendingMessage pending, AppendOutcome outcome) {
        try {
            pending.outcome().accept(outcome);
            if (outcome instanceof AppendOutcome.Stored stored) {
                bus.publish(new BusEvent.ToConversation(
                        pending.conversationId(),
                        new ServerMessage.NewMessage(stored.message()),
                        pending.connectionId(),
                        Map.of(),
                        false));
            }
        } catch (RuntimeException e) {
            log.warn("A stored message could not be told of; sync brings it", e);
        }
    }

    /** Stores what has queued, then stops. */
    @Override
    public void close() throws InterruptedException {
        if (thread.isAlive()) {
            queue.put(new Work.Stop());
            thread.join();
        }
    }
}
