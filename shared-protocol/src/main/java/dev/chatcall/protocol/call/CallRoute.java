package dev.chatcall.protocol.call;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which way the media of a call takes. */
public enum CallRoute {
    /** Between the two, or through TURN: encrypted from one to the other. */
    DIRECT("direct"),
    /** Through the media service of this server. */
    MEDIA_SERVICE("media_service");

    private final String wire;

    CallRoute(String wire) {
        this.wire = wire;
    }

    /** @throws IllegalArgumentException when no constant has that wire value */
    public static CallRoute of(String wire) {
        for (CallRoute value : values()) {
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
