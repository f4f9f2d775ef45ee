package dev.chatcall.desktop.storage;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What this device keeps of one server's accounts. */
public interface Storage {
    /**
     * What this device keeps of one account. Never fails: where nothing can be kept it is kept in memory, and says so.
     * Completes on the loop. Close one before it is opened again.
     */
    CompletableFuture<AccountStorage> open(UUID accountId);
}
