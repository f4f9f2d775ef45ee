package dev.chatcall.protocol.call;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a call is over. */
public enum EndReason {
    /** People talked, and the last but one left, or somebody ended it for all. */
    FINISHED("finished"),
    DECLINED("declined"),
    /** The only one called was in another call. */
    BUSY("busy"),
    /** Nobody answered for as long as it rings. */
    MISSED("missed"),
    /** The caller gave up before anybody answered. */
    CANCELLED("cancelled"),
    /** It goes on as another call, with more people. */
    MOVED("moved"),
    /** Nobody came back in time after the connection was lost. */
    LOST("lost");

    private final String wire;

    EndReason(String wire) {
        this.wire = wire;
    }

    /** @throws IllegalArgumentException when no constant has that wire value */
    public static EndReason of(String wire) {
        for (EndReason value : values()) {
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
