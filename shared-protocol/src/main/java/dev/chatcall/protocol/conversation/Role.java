package dev.chatcall.protocol.conversation;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a member of a group may do. In a direct conversation both are {@link #MEMBER}. */
public enum Role {
    /** Everything an admin may, and make others admin or owner. */
    OWNER("owner"),
    /** Rename, change the picture, remove members. */
    ADMIN("admin"),
    /** Write, and add own contacts. */
    MEMBER("member");

    private final String wire;

    Role(String wire) {
        this.wire = wire;
    }

    /** @throws IllegalArgumentException when no constant has that wire value */
    public static Role of(String wire) {
        for (Role value : values()) {
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
