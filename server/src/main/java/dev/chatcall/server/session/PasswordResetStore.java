package dev.chatcall.server.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the hashes of the tokens with which passwords are reset. */
public interface PasswordResetStore {

    /** @param username of the account, for the mail */
    record Recipient(UUID accountId, String username, String email) {}

    /** Who registered with this address, in any case. */
    Optional<Recipient> recipient(String email);

    /** Stores a token. Returns false when there is no such account. */
    boolean add(UUID accountId, byte[] tokenHash, Instant createdAt, Instant expiresAt);

    /** Whether the token is good now. */
    boolean usable(byte[] tokenHash, Instant now);

    /**
     * Uses the token up: sets the account's password, makes its other tokens worthless and ends all its sessions.
     *
     * @return the sessions that ended; empty when the token is not good
     */
    Optional<List<UUID>> use(byte[] tokenHash, String passwordHash, Instant now);
}
