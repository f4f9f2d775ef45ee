package dev.chatcall.desktop.call;

import org.jspecify.annotations.Nullable;

/** Small texts that calls keep on this device through a restart. Called on the loop, and must not block it. */
public interface CallMemory {
    /** Null where nothing is kept. */
    @Nullable
    String read(String key);

    /** @param value null: forget it */
    void write(String key, @Nullable String value);
}
