package dev.chatcall.desktop.testing;

import dev.chatcall.desktop.storage.AccountStorage;
import dev.chatcall.desktop.storage.MemoryStorage;
import dev.chatcall.desktop.storage.OutboxRecord;
import dev.chatcall.desktop.storage.PictureCache;
import dev.chatcall.desktop.storage.Storage;
import dev.chatcall.desktop.sync.KeptConversation;
import dev.chatcall.desktop.sync.Snapshot;
import dev.chatcall.desktop.sync.SnapshotChange;
import dev.chatcall.desktop.sync.SnapshotStore;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.message.MessageBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A device that forgets nothing while it lives: everything is there again for the next client on it. */
public final class MemoryDevice implements Storage {
    private final Map<UUID, Kept> accounts = new ConcurrentHashMap<>();

    @Override
    public CompletableFuture<AccountStorage> open(UUID accountId) {
        return CompletableFuture.completedFuture(accounts.computeIfAbsent(accountId, _ -> new Kept(accountId)));
    }

    /** What is kept of somebody. */
    public Optional<Snapshot> snapshot(UUID accountId) {
        Kept kept = accounts.get(accountId);
        return kept == null ? Optional.empty() : kept.load().join();
    }

    private final class Kept implements AccountStorage, SnapshotStore {
        private final UUID accountId;
        private final MemoryStorage rest = new MemoryStorage(true);
        private final Map<UUID, Person> people = new LinkedHashMap<>();
        private final Map<UUID, KeptConversation> conversations = new LinkedHashMap<>();
        private Account account;
        private long peopleChange;

        Kept(UUID accountId) {
            this.accountId = accountId;
        }

        @Override
        public synchronized CompletableFuture<Optional<Snapshot>> load() {
            Snapshot snapshot = new Snapshot(
                    account, peopleChange, new ArrayList<>(people.values()), new ArrayList<>(conversations.values()));
            return CompletableFuture.completedFuture(account == null ? Optional.empty() : Optional.of(snapshot));
        }

        @Override
        public synchronized void keep(SnapshotChange change) {
            account = change.account() == null ? account : change.account();
            peopleChange = change.peopleChange();
            change.people().forEach(person -> people.put(person.id(), person));
            change.conversations()
                    .forEach(one -> conversations.put(one.conversation().id(), one));
            conversations.keySet().removeAll(change.removed());
        }

        @Override
        public boolean durable() {
            return true;
        }

        @Override
        public synchronized CompletableFuture<List<OutboxRecord>> records() {
            return rest.records();
        }

        @Override
        public synchronized CompletableFuture<OutboxRecord> add(
                UUID conversationId, UUID id, MessageBody body, long writtenAt) {
            return rest.add(conversationId, id, body, writtenAt);
        }

        @Override
        public synchronized CompletableFuture<Void> put(OutboxRecord record) {
            return rest.put(record);
        }

        @Override
        public synchronized CompletableFuture<Void> remove(long order) {
            return rest.remove(order);
        }

        @Override
        public synchronized CompletableFuture<Map<UUID, String>> drafts() {
            return rest.drafts();
        }

        @Override
        public synchronized CompletableFuture<Void> keepDrafts(Map<UUID, String> changed) {
            return rest.keepDrafts(changed);
        }

        @Override
        public SnapshotStore snapshots() {
            return this;
        }

        @Override
        public PictureCache pictures() {
            return rest.pictures();
        }

        @Override
        public CompletableFuture<Void> close() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> destroy() {
            accounts.remove(accountId);
            return CompletableFuture.completedFuture(null);
        }
    }
}
