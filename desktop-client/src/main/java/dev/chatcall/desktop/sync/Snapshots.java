package dev.chatcall.desktop.sync;

import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.conversation.Participant;
import dev.chatcall.protocol.message.Message;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** From what is held to what is kept, and back. Pure. */
final class Snapshots {
    private Snapshots() {}

    /** The state that a start shows before any server has answered. */
    static SyncState stateOf(Snapshot snapshot, UUID accountId) {
        Map<UUID, Person> people = new LinkedHashMap<>();
        snapshot.people().forEach(person -> people.put(person.id(), person));
        Map<UUID, ConversationEntry> conversations = new LinkedHashMap<>();
        snapshot.conversations()
                .forEach(kept -> conversations.put(kept.conversation().id(), entryOf(kept)));
        return new SyncState(
                accountId,
                snapshot.account(),
                Collections.unmodifiableMap(people),
                snapshot.peopleChange(),
                Collections.unmodifiableMap(conversations),
                Map.of(),
                Map.of(),
                Map.of(),
                false,
                snapshot.account() != null,
                0);
    }

    /** What is different between two states of one person; empty where nothing is that is kept. */
    static Optional<SnapshotChange> between(SyncState before, SyncState after) {
        List<Person> people = before.people() == after.people()
                ? List.of()
                : after.people().values().stream()
                        .filter(person -> before.people().get(person.id()) != person)
                        .toList();
        List<KeptConversation> conversations = after.conversations().values().stream()
                .filter(entry -> before.conversations().get(entry.id()) != entry)
                .map(Snapshots::keptOf)
                .toList();
        List<UUID> removed = before.conversations().keySet().stream()
                .filter(id -> !after.conversations().containsKey(id))
                .toList();
        boolean same = before.account() == after.account()
                && before.peopleChange() == after.peopleChange()
                && people.isEmpty()
                && conversations.isEmpty()
                && removed.isEmpty();
        return same
                ? Optional.empty()
                : Optional.of(new SnapshotChange(
                        before.account() == after.account() ? null : after.account(),
                        after.peopleChange(),
                        people,
                        conversations,
                        removed));
    }

    private static KeptConversation keptOf(ConversationEntry entry) {
        return new KeptConversation(
                entry.conversation(),
                entry.change(),
                entry.lastSeq(),
                List.copyOf(entry.participants().values()),
                entry.unreadMentions(),
                recentOf(entry),
                entry.readAhead());
    }

    private static List<Message> recentOf(ConversationEntry entry) {
        List<Message> newest = entry.newestRange()
                .filter(range -> range.lastSeq() == entry.lastSeq())
                .map(Range::messages)
                .orElseGet(() -> entry.lastMessage() == null ? List.of() : List.of(entry.lastMessage()));
        return List.copyOf(newest.subList(Math.max(0, newest.size() - KeptConversation.RECENT_MAX), newest.size()));
    }

    private static ConversationEntry entryOf(KeptConversation kept) {
        Map<UUID, Participant> participants = new LinkedHashMap<>();
        kept.participants().forEach(participant -> participants.put(participant.accountId(), participant));
        return new ConversationEntry(
                kept.conversation(),
                kept.change(),
                kept.lastSeq(),
                Collections.unmodifiableMap(participants),
                kept.unreadMentions(),
                kept.recent().isEmpty() ? null : kept.recent().getLast(),
                Ranges.insert(List.of(), kept.recent()),
                null,
                kept.readAhead());
    }
}
