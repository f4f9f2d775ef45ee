package dev.chatcall.desktop.call;

import org.jspecify.annotations.Nullable;

/** An id that is null: the system's. */
public record DeviceChoice(
        @Nullable String microphoneId,
        @Nullable String cameraId,
        @Nullable String speakerId,
        boolean noiseSuppression,
        boolean echoCancellation,
        boolean gainControl) {

    public static final DeviceChoice DEFAULTS = new DeviceChoice(null, null, null, true, true, true);
}
