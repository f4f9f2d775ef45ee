package dev.chatcall.desktop.storage;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Pictures as the server gave them, by their id; a picture never changes. Completes on the loop, and never fails. */
public interface PictureCache {
    CompletableFuture<Optional<byte[]>> get(UUID id);

    /** Keeps it for a while: those not asked for the longest go when there are too many. */
    void put(UUID id, byte[] picture);
}
