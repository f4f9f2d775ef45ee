package dev.chatcall.protocol.call;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a person stands in a call. */
public enum ParticipantState {
    /** All devices of the person ring. */
    RINGING("ringing"),
    /** In the call, on exactly one device. */
    JOINED("joined"),
    DECLINED("declined"),
    /** Rang in vain, for as long as it rings or until the caller gave up. */
    UNANSWERED("unanswered"),
    /** Was in another call. */
    BUSY("busy"),
    /** Was in the call. */
    LEFT("left");

    private final String wire;

    ParticipantState(String wire) {
        this.wire = wire;
    }

    /** @throws IllegalArgumentException when no constant has that wire value */
    public static ParticipantState of(String wire) {
        for (ParticipantState value : values()) {
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
