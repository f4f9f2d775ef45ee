package dev.chatcall.desktop.outbox;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.storage.AccountStorage;
import dev.chatcall.desktop.storage.OutboxRecord;
import dev.chatcall.desktop.storage.PictureCache;
import dev.chatcall.desktop.storage.StorageException;
import dev.chatcall.desktop.sync.SnapshotStore;
import dev.chatcall.protocol.message.MessageBody;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;

/** A disk that does what it is asked at once and answers a little later: a program killed between never hears of it. */
final class SlowDisk implements AccountStorage {
    static final Duration TIME = Duration.ofMillis(10);

    boolean full;

    private final AccountStorage disk;
    private final Loop loop;
    private final int program;
    private final IntSupplier running;

    /** @param running the number of the program that runs now */
    SlowDisk(AccountStorage disk, Loop loop, int program, IntSupplier running) {
        this.disk = disk;
        this.loop = loop;
        this.program = program;
        this.running = running;
    }

    @Override
    public boolean durable() {
        return disk.durable();
    }

    @Override
    public CompletableFuture<List<OutboxRecord>> records() {
        return later(disk.records());
    }

    @Override
    public CompletableFuture<OutboxRecord> add(UUID conversationId, UUID id, MessageBody body, long writtenAt) {
        if (full) {
            return later(CompletableFuture.failedFuture(new StorageException("full", new IOException())));
        }
        return later(disk.add(conversationId, id, body, writtenAt));
    }

    @Override
    public CompletableFuture<Void> put(OutboxRecord record) {
        return later(disk.put(record));
    }

    @Override
    public CompletableFuture<Void> remove(long order) {
        return later(disk.remove(order));
    }

    @Override
    public CompletableFuture<Map<UUID, String>> drafts() {
        return disk.drafts();
    }

    @Override
    public CompletableFuture<Void> keepDrafts(Map<UUID, String> changed) {
        return disk.keepDrafts(changed);
    }

    @Override
    public SnapshotStore snapshots() {
        return disk.snapshots();
    }

    @Override
    public PictureCache pictures() {
        return disk.pictures();
    }

    @Override
    public CompletableFuture<Void> close() {
        return disk.close();
    }

    @Override
    public CompletableFuture<Void> destroy() {
        return disk.destroy();
    }

    private <T> CompletableFuture<T> later(CompletableFuture<T> done) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        loop.after(TIME, () -> {
            if (program == running.getAsInt()) {
                done.whenComplete((value, failure) -> {
                    if (failure == null) {
                        answer.complete(value);
                    } else {
                        answer.completeExceptionally(failure);
                    }
                });
            }
        });
        return answer;
    }
}
