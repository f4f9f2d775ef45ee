package dev.chatcall.protocol.account;

import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/session/refresh}.
 *
 * @param refreshToken null when it comes in the cookie
 */
public record Refresh(@Nullable String refreshToken) {
    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "Refresh[]";
    }
}
