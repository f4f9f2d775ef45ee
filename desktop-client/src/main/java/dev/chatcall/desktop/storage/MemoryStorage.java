package dev.chatcall.desktop.storage;

import dev.chatcall.desktop.sync.Snapshot;
import dev.chatcall.desktop.sync.SnapshotChange;
import dev.chatcall.desktop.sync.SnapshotStore;
import dev.chatcall.protocol.message.MessageBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps everything for as long as it lives itself: where the device keeps nothing, and in tests. Its futures are complete
 * at once; the server's state is not kept, for whoever could ask for it still holds it. On the loop.
 */
public final class MemoryStorage implements AccountStorage {
    private static final int PICTURES_MAX = 100;

    private final boolean durable;
    private final List<OutboxRecord> records = new ArrayList<>();
    private final Map<UUID, String> drafts = new HashMap<>();
    private final Pictures pictures = new Pictures();
    private long order;

    /** @param durable what it says of itself */
    public MemoryStorage(boolean durable) {
        this.durable = durable;
    }

    @Override
    public boolean durable() {
        return durable;
    }

    @Override
    public CompletableFuture<List<OutboxRecord>> records() {
        return done(List.copyOf(records));
    }

    @Override
    public CompletableFuture<OutboxRecord> add(UUID conversationId, UUID id, MessageBody body, long writtenAt) {
        OutboxRecord record = new OutboxRecord(++order, conversationId, id, body, writtenAt, null);
        records.add(record);
        return done(record);
    }

    @Override
    public CompletableFuture<Void> put(OutboxRecord record) {
        records.replaceAll(held -> held.order() == record.order() ? record : held);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> remove(long removed) {
        records.removeIf(held -> held.order() == removed);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Map<UUID, String>> drafts() {
        return done(Map.copyOf(drafts));
    }

    @Override
    public CompletableFuture<Void> keepDrafts(Map<UUID, String> changed) {
        drafts.putAll(changed);
        drafts.values().removeIf(String::isEmpty);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public SnapshotStore snapshots() {
        return new NoSnapshots();
    }

    @Override
    public PictureCache pictures() {
        return pictures;
    }

    @Override
    public CompletableFuture<Void> close() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> destroy() {
        records.clear();
        drafts.clear();
        return CompletableFuture.completedFuture(null);
    }

    private static <T> CompletableFuture<T> done(T value) {
        return CompletableFuture.completedFuture(value);
    }

    private static final class NoSnapshots implements SnapshotStore {
        @Override
        public CompletableFuture<Optional<Snapshot>> load() {
            return done(Optional.empty());
        }

        @Override
        public void keep(SnapshotChange change) {}
    }

    private static final class Pictures implements PictureCache {
        private final LinkedHashMap<UUID, byte[]> held = new LinkedHashMap<>(16, 0.75f, true);

        @Override
        public CompletableFuture<Optional<byte[]>> get(UUID id) {
            return done(Optional.ofNullable(held.get(id)));
        }

        @Override
        public void put(UUID id, byte[] picture) {
            held.put(id, picture);
            if (held.size() > PICTURES_MAX) {
                held.pollFirstEntry();
            }
        }
    }
}
