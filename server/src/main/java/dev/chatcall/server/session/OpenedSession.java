package dev.chatcall.server.session;

import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.account.SignedIn;
import java.util.UUID;

/**
 * A session that was just opened or refreshed.
 *
 * @param refreshToken good for one use
 */
public record OpenedSession(UUID sessionId, Person person, AccessTokens.Issued access, String refreshToken) {

    /** For a program: with the tokens. */
    SignedIn withTokens() {
        return new SignedIn(
                sessionId,
                person,
                access.expiresAt().toEpochMilli(),
                new SignedIn.Tokens(access.token(), refreshToken));
    }

    /** For a browser: the tokens travel in cookies. */
    SignedIn withoutTokens() {
        return new SignedIn(sessionId, person, access.expiresAt().toEpochMilli(), null);
    }

    /** Says nothing of the tokens. */
    @Override
    public String toString() {
        return "OpenedSession[sessionId=" + sessionId + "]";
    }
}
