package dev.chatcall.desktop;

import dev.chatcall.desktop.call.CallMemory;
import dev.chatcall.desktop.file.LaterFile;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What calls remember from one start to the next, in one small file. */
final class FileCallMemory implements CallMemory {
    /** As it is in the file. */
    record Kept(@Nullable Map<String, String> values) {}

    private final LaterFile<Kept> file;
    private final Map<String, String> values = new ConcurrentHashMap<>();

    /** Reads the file: blocks for a moment. */
    FileCallMemory(LaterFile<Kept> file) {
        this.file = file;
        file.read().ifPresent(kept -> {
            if (kept.values() != null) {
                values.putAll(kept.values());
            }
        });
    }

    @Override
    public @Nullable String read(String key) {
        return values.get(key);
    }

    @Override
    public void write(String key, @Nullable String value) {
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
        file.write(new Kept(Map.copyOf(values)));
    }
}
