package dev.chatcall.server.session;

import dev.chatcall.protocol.account.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps with what accounts sign in, and makes new ones. */
public interface CredentialStore {

    /** @param passwordHash bcrypt */
    record Credentials(Person person, boolean administrator, String passwordHash) {}

    /**
     * An account to be.
     *
     * @param email as given
     */
    record NewAccount(
            UUID id, String username, String email, String passwordHash, String displayName, Instant createdAt) {}

    /** How one is let in who registers. */
    sealed interface Admission {

        record Anybody() implements Admission {}

        record Invited(byte[] tokenHash) implements Admission {}

        record Nobody() implements Admission {}
    }

    /** Whether nobody has registered yet. */
    boolean empty();

    /** @param login user name or email, in any case */
    Optional<Credentials> find(String login);

    Optional<Credentials> find(UUID accountId);

    /**
     * Makes the account. On an empty server anybody is admitted and administers it; of several who register at once
     * there only the first.
     *
     * @return whether it administers
     * @throws dev.chatcall.server.error.ServiceException when the admission does not hold or a name is taken; nothing is
     *     changed then
     */
    boolean register(NewAccount account, Admission admission);

    /**
     * Sets a new password, makes links for resetting it worthless and ends all sessions.
     *
     * @param keep a session that goes on, or null
     * @return the sessions that ended
     */
    List<UUID> setPassword(UUID accountId, String passwordHash, @Nullable UUID keep, Instant now);
}
