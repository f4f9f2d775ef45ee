package dev.chatcall.protocol.call;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a track of a participant shows or lets hear. */
public enum TrackSource {
    MICROPHONE("microphone"),
    CAMERA("camera"),
    SCREEN("screen"),
    SCREEN_AUDIO("screen_audio");

    private final String wire;

    TrackSource(String wire) {
        this.wire = wire;
    }

    /** @throws IllegalArgumentException when no constant has that wire value */
    public static TrackSource of(String wire) {
        for (TrackSource value : values()) {
            if (value.wire.equals(wire)) {
                return value;
            }
        }
        throw new IllegalArgumentException(wire);
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
