package dev.chatcall.desktop.storage;

import dev.chatcall.desktop.sync.KeptConversation;
import dev.chatcall.desktop.sync.SnapshotChange;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes that are not written yet, as one. From any thread. */
final class PendingSnapshot {
    private final Map<UUID, Person> people = new LinkedHashMap<>();
    private final Map<UUID, KeptConversation> conversations = new LinkedHashMap<>();
    private final Set<UUID> removed = new LinkedHashSet<>();
    private @Nullable Account account;
    private long peopleChange;
    private boolean any;

    synchronized void add(SnapshotChange change) {
        any = true;
        account = change.account() == null ? account : change.account();
        peopleChange = change.peopleChange();
        change.people().forEach(person -> people.put(person.id(), person));
        for (UUID id : change.removed()) {
            conversations.remove(id);
            removed.add(id);
        }
        for (KeptConversation each : change.conversations()) {
            conversations.put(each.conversation().id(), each);
            removed.remove(each.conversation().id());
        }
    }

    synchronized Optional<SnapshotChange> take() {
        if (!any) {
            return Optional.empty();
        }
        SnapshotChange all = new SnapshotChange(
                account,
                peopleChange,
                new ArrayList<>(people.values()),
                new ArrayList<>(conversations.values()),
                List.copyOf(removed));
        people.clear();
        conversations.clear();
        removed.clear();
        account = null;
        any = false;
        return Optional.of(all);
    }

    /** Puts back what could not be written; what came since is newer. */
    synchronized void putBack(SnapshotChange failed) {
        Optional<SnapshotChange> newer = take();
        add(failed);
        newer.ifPresent(this::add);
    }
}
