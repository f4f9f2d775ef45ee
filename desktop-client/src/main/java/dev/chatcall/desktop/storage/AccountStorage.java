package dev.chatcall.desktop.storage;

import dev.chatcall.desktop.sync.SnapshotStore;
import dev.chatcall.protocol.message.MessageBody;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * What is kept of one account. Called on the loop, does its work elsewhere in the order of the calls, and completes its
 * futures on the loop: when the change survives a kill of the program and a power cut, or with a {@link StorageException}
 * when it could not be kept.
 */
public interface AccountStorage {
    /** False where everything is gone with the program. */
    boolean durable();

    /** The outbox, in the order of writing. */
    CompletableFuture<List<OutboxRecord>> records();

    /** @param writtenAt ms since the epoch, of this device */
    CompletableFuture<OutboxRecord> add(UUID conversationId, UUID id, MessageBody body, long writtenAt);

    /** Changes the record with that order; one that was removed in the meantime is not put back. */
    CompletableFuture<Void> put(OutboxRecord record);

    CompletableFuture<Void> remove(long order);

    /** What was written and not sent, by conversation. */
    CompletableFuture<Map<UUID, String>> drafts();

    /** Keeps drafts that changed; an empty text is none. Others stay as they are. */
    CompletableFuture<Void> keepDrafts(Map<UUID, String> changed);

    /** What is known of the server's state. Changes that it is given while it writes become one. */
    SnapshotStore snapshots();

    /** The pictures of people and groups. */
    PictureCache pictures();

    /** Writes what is not written yet, and closes. Nothing may be asked afterwards. */
    CompletableFuture<Void> close();

    /** Closes, and deletes everything kept for the account. */
    CompletableFuture<Void> destroy();
}
