package dev.chatcall.protocol.conversation;

import com.fasterxml.jackson.annotation.JsonValue;

/** A conversation is between two people for ever, or a group with a name and changing members. */
public enum ConversationKind {
    DIRECT("direct"),
    GROUP("group");

    private final String wire;

    ConversationKind(String wire) {
        this.wire = wire;
    }

    /** @throws IllegalArgumentException when no constant has that wire value */
    public static ConversationKind of(String wire) {
        for (ConversationKind value : values()) {
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
