package dev.chatcall.server.session;

import dev.chatcall.protocol.account.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps sessions and the hashes of their refresh tokens. */
public interface SessionStore {

    /** @param expiresAt unless it is used before */
    record Session(
            UUID id, UUID accountId, String deviceName, Instant createdAt, Instant lastUsedAt, Instant expiresAt) {}

    /** What became of a refresh token that was presented. */
    sealed interface Refreshing {

        /** It is replaced. */
        record Rotated(UUID sessionId, Person person, boolean administrator) implements Refreshing {}

        /** There is no such token, or its session ended or expired. */
        record Ended() implements Refreshing {}

        /** It was replaced long ago: somebody else has a copy. Its session has ended now. */
        record Stolen(UUID sessionId) implements Refreshing {}
    }

    /** Stores a new session with its first refresh token. Forgets those of the account that ended long ago. */
    void open(Session session, byte[] tokenHash);

    /**
     * Replaces a refresh token by another.
     *
     * @param grace how long after its replacement a token may come again, from a second tab or after a lost answer
     * @param life how long the session lives on from now
     */
    Refreshing rotate(byte[] oldHash, byte[] newHash, Instant now, Duration grace, Duration life);

    /** Those not ended, the one used last first. */
    List<Session> list(UUID accountId, Instant now);

    /** Ends one session. Returns false when the account has none like that, or it ended before. */
    boolean end(UUID accountId, UUID sessionId, Instant now);

    /** Ends all sessions of the account but one; returns those that ended. */
    List<UUID> endOthers(UUID accountId, UUID keep, Instant now);

    /** Which sessions of all accounts ended since. */
    List<UUID> endedSince(Instant since);
}
