package dev.chatcall.desktop.testing;

import dev.chatcall.desktop.call.CallMemory;
import java.util.Map;

record TestCallMemory(Map<String, String> kept) implements CallMemory {
    @Override
    public String read(String key) {
        return kept.get(key);
    }

    @Override
    public void write(String key, String value) {
        if (value == null) {
            kept.remove(key);
        } else {
            kept.put(key, value);
        }
    }
}
