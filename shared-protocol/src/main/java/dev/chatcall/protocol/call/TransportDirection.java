package dev.chatcall.protocol.call;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which way media goes on a transport, seen from the client. */
public enum TransportDirection {
    SEND("send"),
    RECEIVE("receive");

    private final String wire;

    TransportDirection(String wire) {
        this.wire = wire;
    }

    /** @throws IllegalArgumentException when no constant has that wire value */
    public static TransportDirection of(String wire) {
        for (TransportDirection value : values()) {
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
