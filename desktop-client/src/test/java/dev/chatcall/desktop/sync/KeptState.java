package dev.chatcall.desktop.sync;

import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Keeps a snapshot for as long as it lives itself. */
final class KeptState implements SnapshotStore {
    private final Map<UUID, Person> people = new LinkedHashMap<>();
    private final Map<UUID, KeptConversation> conversations = new LinkedHashMap<>();
    private Account account;
    private long peopleChange;
    private boolean anything;

    @Override
    public CompletableFuture<Optional<Snapshot>> load() {
        return CompletableFuture.completedFuture(
                anything
                        ? Optional.of(new Snapshot(
                                account,
                                peopleChange,
                                List.copyOf(people.values()),
                                List.copyOf(conversations.values())))
                        : Optional.empty());
    }

    @Override
    public void keep(SnapshotChange change) {
        anything = true;
        account = change.account() == null ? account : change.account();
        peopleChange = change.peopleChange();
        change.people().forEach(person -> people.put(person.id(), person));
        change.conversations()
                .forEach(one -> conversations.put(one.conversation().id(), one));
        conversations.keySet().removeAll(change.removed());
    }
}
