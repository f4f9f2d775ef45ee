package dev.chatcall.protocol.contact;

import com.fasterxml.jackson.annotation.JsonValue;

/** How one person stands to another, from the asker's side. */
public enum ContactState {
    /** Each is the other's contact. */
    CONTACT("contact"),
    /** They asked; accept or decline. */
    INCOMING("incoming"),
    /** The asker asked; it can be cancelled. */
    OUTGOING("outgoing"),
    /** The asker blocked them. The other way round is never told. */
    BLOCKED("blocked");

    private final String wire;

    ContactState(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
