package dev.chatcall.protocol.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to registering, signing in and refreshing.
 *
 * @param tokens null with {@link TokenTransport#COOKIE}
 * @param accessExpiresAt when the access token ends; refresh before
 */
public record SignedIn(
        UUID sessionId,
        Person person,
        long accessExpiresAt,
        @Nullable Tokens tokens) {

    /** @param refreshToken good for one use, then replaced */
    public record Tokens(String accessToken, String refreshToken) {
        /** Says nothing of the tokens. */
        @Override
        public String toString() {
            return "Tokens[]";
        }
    }
}
