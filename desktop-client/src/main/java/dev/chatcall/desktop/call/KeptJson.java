package dev.chatcall.desktop.call;

import dev.chatcall.desktop.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What calls keep on this device as JSON. What another version left and cannot be read is as nothing. */
final class KeptJson {
    private static final String KEY = "call.devices";

    private final CallMemory memory;
    private final JsonMapper json = Json.mapper();

    KeptJson(CallMemory memory) {
        this.memory = memory;
    }

    DeviceChoice readDevices() {
        Kept kept = read(KEY, Kept.class);
        if (kept == null) {
            return DeviceChoice.DEFAULTS;
        }
        return new DeviceChoice(
                kept.microphoneId(),
                kept.cameraId(),
                kept.speakerId(),
                !Boolean.FALSE.equals(kept.noiseSuppression()),
                !Boolean.FALSE.equals(kept.echoCancellation()),
                !Boolean.FALSE.equals(kept.gainControl()));
    }

    void writeDevices(DeviceChoice choice) {
        write(KEY, choice);
    }

    <T> @Nullable T read(String key, Class<T> type) {
        String text = memory.read(key);
        if (text == null) {
            return null;
        }
        try {
            return json.readValue(text, type);
        } catch (JacksonException unreadable) {
            return null;
        }
    }

    void write(String key, @Nullable Object value) {
        memory.write(key, value == null ? null : json.writeValueAsString(value));
    }

    /** As it is kept: what is missing is as by default. */
    private record Kept(
            @Nullable String microphoneId,
            @Nullable String cameraId,
            @Nullable String speakerId,
            @Nullable Boolean noiseSuppression,
            @Nullable Boolean echoCancellation,
            @Nullable Boolean gainControl) {}
}
