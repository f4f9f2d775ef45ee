package dev.chatcall.protocol.account;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who may register. Whoever registers first on an empty server always may, and administers it. */
public enum RegistrationMode {
    OPEN("open"),
    INVITATION("invitation"),
    CLOSED("closed");

    private final String wire;

    RegistrationMode(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
