package dev.chatcall.desktop.session;

import java.util.Optional;
import java.util.UUID;

/**
 * Keeps one account's refresh token through a restart, where nobody else of this machine can read it. Every method blocks
 * and belongs on the loop's background; none throws: where nothing can be kept, it holds until the program ends.
 */
public interface TokenKeeper {
    /** What is kept; empty when nobody is signed in. */
    Optional<KeptToken> read();

    /** Replaces what is kept. Done when it survives a crash: the server takes the former token no more. */
    void write(KeptToken token);

    void clear();

    /** @param refreshToken good for one use, then replaced */
    record KeptToken(UUID accountId, String refreshToken) {
        /** Says nothing of the token. */
        @Override
        public String toString() {
            return "KeptToken[" + accountId + "]";
        }
    }
}
