package dev.chatcall.protocol.call;

import com.fasterxml.jackson.annotation.JsonValue;

/** What made a call bad, as the client judged from its own measurements. */
public enum QualityCause {
    /** What I sent got lost or was held back on my side of the network. */
    UPLINK("uplink"),
    /** What came to me got lost on my side of the network. */
    DOWNLINK("downlink"),
    /** My device could not encode fast enough. */
    PROCESSOR("processor"),
    /** What came from one person only was bad. */
    THEIR_NETWORK("their_network"),
    /** No direct way was found, and the detour was slow. */
    RELAYED("relayed");

    private final String wire;

    QualityCause(String wire) {
        this.wire = wire;
    }

    /** @throws IllegalArgumentException when no constant has that wire value */
    public static QualityCause of(String wire) {
        for (QualityCause value : values()) {
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
