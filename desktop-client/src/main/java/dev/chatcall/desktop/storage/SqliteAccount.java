package dev.chatcall.desktop.storage;

import dev.chatcall.desktop.sync.Snapshot;
import dev.chatcall.desktop.sync.SnapshotChange;
import dev.chatcall.desktop.sync.SnapshotStore;
import dev.chatcall.protocol.message.MessageBody;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** One account's file. */
final class SqliteAccount implements AccountStorage, SnapshotStore {
    private final Writer writer;
    private final Database database;
    private final Path folder;
    private final OutboxTable outbox;
    private final DraftTable drafts;
    private final SnapshotTables snapshots;
    private final FilePictures pictures;
    private final Consumer<SqliteAccount> closed;
    private final PendingSnapshot pending = new PendingSnapshot();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();

    /** @param closed told when it is closed */
    SqliteAccount(Writer writer, Database database, Path folder, JsonMapper mapper, Consumer<SqliteAccount> closed) {
        this.writer = writer;
        this.database = database;
        this.folder = folder;
        this.closed = closed;
        outbox = new OutboxTable(database, mapper);
        drafts = new DraftTable(database);
        snapshots = new SnapshotTables(database, mapper);
        pictures = new FilePictures(folder.resolve(FilePictures.FOLDER), writer);
    }

    @Override
    public boolean durable() {
        return true;
    }

    @Override
    public CompletableFuture<List<OutboxRecord>> records() {
        return writer.ask(outbox::all);
    }

    @Override
    public CompletableFuture<OutboxRecord> add(UUID conversationId, UUID id, MessageBody body, long writtenAt) {
        return writer.ask(() -> outbox.add(conversationId, id, body, writtenAt));
    }

    @Override
    public CompletableFuture<Void> put(OutboxRecord record) {
        return writer.tell(() -> outbox.put(record));
    }

    @Override
    public CompletableFuture<Void> remove(long order) {
        return writer.tell(() -> outbox.remove(order));
    }

    @Override
    public CompletableFuture<Map<UUID, String>> drafts() {
        return writer.ask(drafts::all);
    }

    @Override
    public CompletableFuture<Void> keepDrafts(Map<UUID, String> changed) {
        Map<UUID, String> now = Map.copyOf(changed);
        return writer.tell(() -> drafts.keep(now));
    }

    @Override
    public SnapshotStore snapshots() {
        return this;
    }

    @Override
    public PictureCache pictures() {
        return pictures;
    }

    @Override
    public CompletableFuture<Optional<Snapshot>> load() {
        return writer.ask(snapshots::load).exceptionally(failure -> Optional.empty());
    }

    @Override
    public void keep(SnapshotChange change) {
        pending.add(change);
        if (!asked.getAndSet(true)) {
            var _ = writer.tell(() -> {
                asked.set(false);
                writePending();
            });
        }
    }

    @Override
    public CompletableFuture<Void> close() {
        if (ended.getAndSet(true)) {
            return CompletableFuture.completedFuture(null);
        }
        return writer.tell(() -> {
            closed.accept(this);
            try (database) {
                writePending();
            }
        });
    }

    @Override
    public CompletableFuture<Void> destroy() {
        boolean open = !ended.getAndSet(true);
        return writer.tell(() -> {
            closed.accept(this);
            if (open) {
                database.close();
            }
            Database.delete(folder);
            pictures.delete();
        });
    }

    private void writePending() throws SQLException {
        Optional<SnapshotChange> change = pending.take();
        if (change.isEmpty()) {
            return;
        }
        try {
            snapshots.keep(change.get());
        } catch (SQLException | RuntimeException e) {
            // With the next one: a cursor must not be kept without what came before it.
            pending.putBack(change.get());
            throw e;
        }
    }
}
