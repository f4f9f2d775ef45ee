package dev.chatcall.protocol.account;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a client keeps its tokens. */
public enum TokenTransport {
    /** A browser: HttpOnly cookies, and the tokens are in no body. */
    COOKIE("cookie"),
    /** A program: the tokens in the body, then {@code Authorization: Bearer …}. */
    BEARER("bearer");

    private final String wire;

    TokenTransport(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
