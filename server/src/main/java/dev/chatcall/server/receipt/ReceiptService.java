package dev.chatcall.server.receipt;

import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.conversation.ReadPointer;
import dev.chatcall.server.bus.Bus;
import dev.chatcall.server.bus.BusEvent;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.message.ConversationWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers receipts and stores them a few times a second. A group of 500 in which everybody reads a message at once is
 * one row change a person and one frame, not 500 frames to 500 people; and the more people moved the last time, the
 * longer the next are gathered, so the traffic of receipts stays bounded. What is gathered and not yet stored when the
 * server dies is said again by the clients, whose pointers are ahead of what sync tells them.
 */
public final class ReceiptService {
    private static final long GATHER_MS = 200;
    private static final long GATHER_MS_PER_PERSON = 10;
    private static final Logger log = LoggerFactory.getLogger(ReceiptService.class);

    private static final class Gathering {
        final Map<UUID, Progress> progress = new HashMap<>();
        long dueAt;
    }

    private final Map<UUID, Gathering> gathering = new HashMap<>();
    private final ReceiptStore store;
    private final ConversationWriter writer;
    private final Bus bus;
    private final Clock clock;

    public ReceiptService(ReceiptStore store, ConversationWriter writer, Bus bus, Clock clock) {
        this.store = store;
        this.writer = writer;
        this.bus = bus;
        this.clock = clock;
    }

    /** Begins to store what is gathered, on the scheduler's thread, which only hands over and never waits. */
    public void start(ScheduledExecutorService scheduler) {
        scheduler.scheduleWithFixedDelay(this::flushDue, GATHER_MS, GATHER_MS / 2, TimeUnit.MILLISECONDS);
    }

    /** Somebody read up to {@code seq}. Does not wait; whether they may is decided when it is stored. */
    public void read(UUID accountId, UUID conversationId, long seq) {
        gather(accountId, conversationId, new Progress(seq, seq));
    }

    /** Messages up to {@code seq} arrived at somebody. */
    public void delivered(UUID accountId, UUID conversationId, long seq) {
        gather(accountId, conversationId, new Progress(0, seq));
    }

    private synchronized void gather(UUID accountId, UUID conversationId, Progress progress) {
        Gathering entry = gathering.computeIfAbsent(conversationId, ignored -> new Gathering());
        if (entry.dueAt == 0) {
            entry.dueAt = clock.millis() + GATHER_MS;
        }
        entry.progress.merge(accountId, progress, Progress::furthest);
    }

    private void flushDue() {
        flush(clock.millis());
    }

    /** Stores all that is gathered, due or not: before the server stops. Completes when it is stored and told. */
    public CompletableFuture<?> flushNow() {
        return flush(Long.MAX_VALUE);
    }

    private CompletableFuture<?> flush(long dueUntil) {
        Map<UUID, Map<UUID, Progress>> due = takeDue(dueUntil);
        if (due.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        try {
            return writer.edit(() -> move(due)).whenComplete((done, failure) -> {
                if (failure != null) {
                    log.warn("Receipts could not be stored; clients will repeat them", failure);
                }
            });
        } catch (ServiceException busy) {
            log.debug("Receipts wait: {}", busy.detail());
            due.forEach((conversationId, people) ->
                    people.forEach((accountId, progress) -> gather(accountId, conversationId, progress)));
            return CompletableFuture.failedFuture(busy);
        }
    }

    private synchronized Map<UUID, Map<UUID, Progress>> takeDue(long dueUntil) {
        long now = clock.millis();
        Map<UUID, Map<UUID, Progress>> due = new HashMap<>();
        List<UUID> quiet = new ArrayList<>();
        gathering.forEach((conversationId, entry) -> {
            if (entry.dueAt > dueUntil) {
                return;
            }
            if (entry.progress.isEmpty()) {
                quiet.add(conversationId);
                return;
            }
            due.put(conversationId, Map.copyOf(entry.progress));
            entry.dueAt = now + Math.max(GATHER_MS, entry.progress.size() * GATHER_MS_PER_PERSON);
            entry.progress.clear();
        });
        quiet.forEach(gathering::remove);
        return due;
    }

    private List<Movement> move(Map<UUID, Map<UUID, Progress>> due) {
        List<Movement> movements = store.move(due);
        movements.forEach(this::publish);
        return movements;
    }

    private void publish(Movement movement) {
        Map<UUID, ServerMessage> own = new HashMap<>();
        movement.own().forEach((accountId, pointer) -> own.put(accountId, ownFrame(movement, pointer)));
        bus.publish(new BusEvent.ToConversation(
                movement.conversationId(), frame(movement, movement.shown()), null, own, false));
    }

    private static ServerMessage ownFrame(Movement movement, ReadPointer own) {
        List<ReadPointer> pointers = new ArrayList<>(movement.shown());
        pointers.removeIf(pointer -> pointer.accountId().equals(own.accountId()));
        pointers.add(own);
        return frame(movement, pointers);
    }

    private static ServerMessage frame(Movement movement, List<ReadPointer> pointers) {
        return new ServerMessage.ReceiptsMoved(movement.conversationId(), movement.change(), List.copyOf(pointers));
    }
}
