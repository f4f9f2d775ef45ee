package dev.chatcall.desktop.sync;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Keeps one account's snapshot through a restart. From any thread; blocks nobody. */
public interface SnapshotStore {
    /** What is kept; empty on the first start, and where it cannot be read. Never fails. */
    CompletableFuture<Optional<Snapshot>> load();

    /** Keeps a change, after all that were given before it and in one transaction. Never fails: it is only a copy. */
    void keep(SnapshotChange change);
}
