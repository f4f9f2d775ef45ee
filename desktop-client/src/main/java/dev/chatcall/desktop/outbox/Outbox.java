package dev.chatcall.desktop.outbox;

import dev.chatcall.desktop.connection.ReconnectPolicy;
import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.outbox.OutboxStep.Failed;
import dev.chatcall.desktop.outbox.OutboxStep.Queued;
import dev.chatcall.desktop.outbox.OutboxStep.Sending;
import dev.chatcall.desktop.outbox.OutboxStep.Sent;
import dev.chatcall.desktop.storage.AccountStorage;
import dev.chatcall.desktop.storage.OutboxRecord;
import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.MessageBody;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sends one's messages, each until the server has it or refuses it for good. A message is kept on the device before it is
 * sent, sent in the order of writing, and said again after whatever went wrong: its id makes that safe. On the loop.
 */
public final class Outbox {
    /** Refusals that say nothing against the message: the same may be accepted a little later. */
    private static final Set<ErrorCode> PASSING =
            EnumSet.of(ErrorCode.RATE_LIMITED, ErrorCode.SERVER_BUSY, ErrorCode.SERVER_INTERNAL);
    /** A message that the server fails over so often is left to the person. */
    private static final int FAULTS_MAX = 6;
    /** An answer that takes longer is lost; the message is said again, which the server recognises by its id. */
    private static final Duration ANSWER = Duration.ofSeconds(30);
    /** Orders from here on are of what the storage has not numbered yet. */
    private static final long PROVISIONAL = Long.MAX_VALUE / 2;

    private final Store<OutboxState> state = new Store<>(OutboxState.EMPTY);
    private final Loop loop;
    private final ReconnectPolicy policy;
    private final Predicate<ClientMessage> send;
    /** By conversation: what waits for an answer, or for another try. */
    private final Map<UUID, Subscription> waits = new HashMap<>();

    private final Set<UUID> paused = new HashSet<>();
    /** By message: how often it was refused in passing, and how often of that the server failed over it. */
    private final Map<UUID, Integer> refusals = new HashMap<>();

    private final Map<UUID, Integer> faults = new HashMap<>();
    private @Nullable AccountStorage storage;
    private long provisional = PROVISIONAL;

    /** @param send says something if the line is live, and whether it did */
    public Outbox(Loop loop, ReconnectPolicy policy, Predicate<ClientMessage> send) {
        this.loop = loop;
        this.policy = policy;
        this.send = send;
    }

    public Observable<OutboxState> state() {
        return state;
    }

    /** Takes in what is kept, and sends it. Done when it is on screen; what cannot be read is not there. */
    public CompletableFuture<Void> begin(AccountStorage opened) {
        storage = opened;
        state.set(OutboxState.EMPTY.withDurable(opened.durable()));
        return opened.records().handle((records, failure) -> {
            if (storage == opened && records != null) {
                adopt(records);
            }
            return null;
        });
    }

    /** Forgets everything in memory; what is kept stays kept. */
    public void end() {
        waits.values().forEach(Subscription::close);
        waits.clear();
        paused.clear();
        refusals.clear();
        faults.clear();
        storage = null;
        state.set(OutboxState.EMPTY);
    }

    /** Shows the message at once; it is sent when it is kept, which is when this is done. Never fails. */
    public CompletableFuture<Void> add(UUID conversationId, UUID id, MessageBody body) {
        AccountStorage kept = storage;
        if (kept == null) {
            return done();
        }
        long writtenAt = loop.now();
        OutboxRecord shown = new OutboxRecord(provisional++, conversationId, id, body, writtenAt, null);
        state.update(held -> held.with(shown, OutboxStep.QUEUED));
        return kept.add(conversationId, id, body, writtenAt).handle((record, failure) -> {
            if (kept == storage) {
                added(shown, failure == null ? record : null);
            }
            return null;
        });
    }

    /** Sends one that failed again, before all that wait behind it. */
    public CompletableFuture<Void> retry(UUID conversationId, UUID id) {
        Optional<OutboxEntry> entry =
                state.get().find(conversationId, id).filter(found -> found.step() instanceof Failed);
        if (entry.isEmpty()) {
            return done();
        }
        forgive(id);
        return keep(entry.get().record().withFailed(null), OutboxStep.QUEUED).thenRun(() -> pump(conversationId));
    }

    /** Takes one that failed or is still queued out of the outbox. */
    public CompletableFuture<Void> discard(UUID conversationId, UUID id) {
        Optional<OutboxEntry> entry = state.get()
                .find(conversationId, id)
                .filter(found -> found.step() instanceof Failed || found.step() instanceof Queued);
        if (entry.isEmpty()) {
            return done();
        }
        state.update(held -> held.without(conversationId, id));
        return forget(entry.get().record()).thenRun(() -> pump(conversationId));
    }

    /** The line is live. */
    public void live() {
        state.get().entries().keySet().forEach(this::pump);
    }

    /** The line is lost. */
    public void lost() {
        waits.values().forEach(Subscription::close);
        waits.clear();
        paused.clear();
        state.update(OutboxState::allQueuedAgain);
    }

    public Optional<MessageBody> bodyOf(UUID conversationId, UUID id) {
        return state.get().find(conversationId, id).map(entry -> entry.record().body());
    }

    public void accepted(ServerMessage.MessageAccepted frame) {
        UUID conversationId = frame.conversationId();
        state.get().find(conversationId, frame.id()).ifPresent(entry -> {
            state.update(held -> held.with(conversationId, frame.id(), new Sent(frame.change())));
            var _ = forget(entry.record());
            answered(conversationId, frame.id());
        });
    }

    /** @return whether the refusal was of a message from here */
    public boolean refused(ServerMessage.Error error) {
        Optional<OutboxEntry> entry = state.get()
                .all()
                .filter(found -> found.step() instanceof Sending)
                .filter(found -> found.record().id().toString().equals(error.requestId()))
                .findFirst();
        entry.ifPresent(found -> refused(found.record(), error));
        return entry.isPresent();
    }

    /** It is among the conversation's messages: whatever is still said of it here is over. */
    public void stored(UUID conversationId, UUID id) {
        state.get().find(conversationId, id).ifPresent(entry -> {
            state.update(held -> held.without(conversationId, id));
            var _ = forget(entry.record());
            answered(conversationId, id);
        });
    }

    /** The conversation is known up to a change: what was stored by then needs no more showing from here. */
    public void settle(UUID conversationId, long change) {
        if (!state.get().of(conversationId).isEmpty()) {
            state.update(held -> held.without(
                    conversationId, entry -> entry.step() instanceof Sent sent && sent.change() <= change));
        }
    }

    private void adopt(List<OutboxRecord> records) {
        for (OutboxRecord record : records) {
            if (state.get().find(record.conversationId(), record.id()).isEmpty()) {
                OutboxStep step = record.failed() == null ? OutboxStep.QUEUED : new Failed(record.failed());
                state.update(held -> held.with(record, step));
            }
        }
        live();
    }

    /** @param record null when it could not be kept: better sent than refused */
    private void added(OutboxRecord shown, @Nullable OutboxRecord record) {
        if (record == null) {
            state.update(held -> held.withDurable(false));
        } else {
            Optional<OutboxEntry> entry = state.get().find(shown.conversationId(), shown.id());
            entry.ifPresent(found -> state.update(held -> held.with(record, found.step())));
            if (entry.isEmpty() || entry.get().step() instanceof Sent) {
                // Discarded, or sent by another way, while it was being kept.
                var _ = forget(record);
            }
        }
        pump(shown.conversationId());
    }

    private void refused(OutboxRecord record, ServerMessage.Error error) {
        UUID conversationId = record.conversationId();
        // A code that only a newer server knows is read as none.
        ErrorCode code = error.code() == null ? ErrorCode.REQUEST_INVALID : error.code();
        int fault = code == ErrorCode.SERVER_INTERNAL ? 1 : 0;
        if (PASSING.contains(code) && faults.merge(record.id(), fault, Integer::sum) < FAULTS_MAX) {
            state.update(held -> held.with(record, OutboxStep.QUEUED));
            Duration asked = Duration.ofMillis(error.retryAfterMs() == null ? 0 : error.retryAfterMs());
            Duration own = policy.delay(refusals.merge(record.id(), 1, Integer::sum));
            pause(conversationId, asked.compareTo(own) > 0 ? asked : own);
        } else if (code.code().startsWith("auth.")) {
            // Nothing against the message either: it waits for the person to be signed in again.
            state.update(held -> held.with(record, OutboxStep.QUEUED));
        } else {
            var _ = keep(record.withFailed(code.code()), new Failed(code.code()));
            answered(conversationId, record.id());
        }
    }

    private void pump(UUID conversationId) {
        if (paused.contains(conversationId)) {
            return;
        }
        OutboxEntry next = state.get().next(conversationId).orElse(null);
        // What the storage has not numbered yet is not kept yet.
        if (next == null || (next.record().order() >= PROVISIONAL && state.get().durable())) {
            return;
        }
        OutboxRecord record = next.record();
        UUID id = record.id();
        if (send.test(new ClientMessage.SendMessage(id.toString(), conversationId, id, record.body()))) {
            state.update(held -> held.with(record, OutboxStep.SENDING));
            await(conversationId, ANSWER, () -> {
                state.update(held -> held.with(conversationId, id, OutboxStep.QUEUED));
                pump(conversationId);
            });
        }
    }

    private void pause(UUID conversationId, Duration delay) {
        paused.add(conversationId);
        await(conversationId, delay, () -> {
            paused.remove(conversationId);
            pump(conversationId);
        });
    }

    private void await(UUID conversationId, Duration delay, Runnable then) {
        Subscription before = waits.put(conversationId, loop.after(delay, then));
        if (before != null) {
            before.close();
        }
    }

    private void answered(UUID conversationId, UUID id) {
        forgive(id);
        if (!paused.contains(conversationId)) {
            Subscription waiting = waits.remove(conversationId);
            if (waiting != null) {
                waiting.close();
            }
        }
        pump(conversationId);
    }

    private void forgive(UUID id) {
        refusals.remove(id);
        faults.remove(id);
    }

    private CompletableFuture<Void> keep(OutboxRecord record, OutboxStep step) {
        state.update(held -> held.with(record, step));
        return storage == null ? done() : storage.put(record).exceptionally(failure -> null);
    }

    /** A record that stays although its message is stored does no harm: it is sent once more, and recognised. */
    private CompletableFuture<Void> forget(OutboxRecord record) {
        return storage == null ? done() : storage.remove(record.order()).exceptionally(failure -> null);
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
