package dev.chatcall.desktop.outbox;

import dev.chatcall.desktop.client.OutboxSummary;
import dev.chatcall.desktop.storage.OutboxRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is in the outbox. Immutable.
 *
 * @param entries by conversation, in the order of writing; no empty lists
 * @param durable false where unsent messages are lost with the program
 */
public record OutboxState(Map<UUID, List<OutboxEntry>> entries, boolean durable) {
    static final OutboxState EMPTY = new OutboxState(Map.of(), true);

    public OutboxState {
        entries = Map.copyOf(entries);
    }

    public List<OutboxEntry> of(UUID conversationId) {
        return entries.getOrDefault(conversationId, List.of());
    }

    public Optional<OutboxEntry> find(UUID conversationId, UUID id) {
        return of(conversationId).stream()
                .filter(entry -> entry.record().id().equals(id))
                .findFirst();
    }

    public OutboxSummary summary() {
        int unsent = (int) all().filter(entry ->
                        entry.step() instanceof OutboxStep.Queued || entry.step() instanceof OutboxStep.Sending)
                .count();
        int failed = (int)
                all().filter(entry -> entry.step() instanceof OutboxStep.Failed).count();
        return new OutboxSummary(unsent, failed, durable);
    }

    Stream<OutboxEntry> all() {
        return entries.values().stream().flatMap(Collection::stream);
    }

    /** Puts it at its place, or in place of the one with the same id. */
    OutboxState with(OutboxRecord record, OutboxStep step) {
        List<OutboxEntry> all = new ArrayList<>(of(record.conversationId()));
        all.removeIf(entry -> entry.record().id().equals(record.id()));
        all.add(new OutboxEntry(record, step));
        all.sort(Comparator.comparingLong(entry -> entry.record().order()));
        return withAll(record.conversationId(), all);
    }

    OutboxState with(UUID conversationId, UUID id, OutboxStep step) {
        return find(conversationId, id).map(entry -> with(entry.record(), step)).orElse(this);
    }

    OutboxState without(UUID conversationId, Predicate<OutboxEntry> gone) {
        return withAll(
                conversationId,
                of(conversationId).stream().filter(gone.negate()).toList());
    }

    OutboxState without(UUID conversationId, UUID id) {
        return without(conversationId, entry -> entry.record().id().equals(id));
    }

    OutboxState withDurable(boolean kept) {
        return new OutboxState(entries, kept);
    }

    /** What was said on a line that is lost may or may not have arrived: it is said again. */
    OutboxState allQueuedAgain() {
        Map<UUID, List<OutboxEntry>> next = new HashMap<>();
        entries.forEach((id, all) -> next.put(
                id,
                all.stream()
                        .map(entry ->
                                entry.step() instanceof OutboxStep.Sending ? entry.with(OutboxStep.QUEUED) : entry)
                        .toList()));
        return new OutboxState(next, durable);
    }

    /**
     * The one to send next in a conversation. One is on its way at a time: were there more, a refusal that is worth
     * another try would let a later message overtake an earlier one.
     */
    Optional<OutboxEntry> next(UUID conversationId) {
        for (OutboxEntry entry : of(conversationId)) {
            if (entry.step() instanceof OutboxStep.Sending) {
                return Optional.empty();
            }
            if (entry.step() instanceof OutboxStep.Queued) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private OutboxState withAll(UUID conversationId, List<OutboxEntry> all) {
        Map<UUID, List<OutboxEntry>> next = new HashMap<>(entries);
        if (all.isEmpty()) {
            next.remove(conversationId);
        } else {
            next.put(conversationId, List.copyOf(all));
        }
        return new OutboxState(next, durable);
    }
}
