package dev.chatcall.server.session;

import static dev.chatcall.server.database.generated.Tables.ACCOUNT;
import static dev.chatcall.server.database.generated.Tables.INVITATION;
import static dev.chatcall.server.database.generated.Tables.PASSWORD_RESET;

import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.database.generated.tables.records.AccountRecord;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.person.PersonRows;
import dev.chatcall.server.person.ProfileChanges;
import dev.chatcall.server.person.SearchKey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Accounts' credentials in PostgreSQL. */
public final class JooqCredentialStore implements CredentialStore {
    private final DSLContext dsl;

    public JooqCredentialStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Under which an email is unique. */
    static String emailKey(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean empty() {
        return !dsl.fetchExists(ACCOUNT);
    }

    @Override
    public Optional<Credentials> find(String login) {
        String key = emailKey(login);
        return dsl.selectFrom(ACCOUNT)
                .where(key.indexOf('@') < 0 ? ACCOUNT.USERNAME.eq(key) : ACCOUNT.EMAIL_KEY.eq(key))
                .fetchOptional(JooqCredentialStore::credentials);
    }

    @Override
    public Optional<Credentials> find(UUID accountId) {
        return dsl.selectFrom(ACCOUNT).where(ACCOUNT.ID.eq(accountId)).fetchOptional(JooqCredentialStore::credentials);
    }

    @Override
    public boolean register(NewAccount account, Admission admission) {
        return dsl.transactionResult(transaction -> {
            DSLContext tx = transaction.dsl();
            // Whoever registers holds the one row of this counter until the commit: they come one after the other.
            long profileChange = ProfileChanges.next(tx);
            boolean first = !tx.fetchExists(ACCOUNT);
            if (!first) {
                admit(tx, admission, account.createdAt());
            }
            insert(tx, account, profileChange, first);
            return first;
        });
    }

    @Override
    public List<UUID> setPassword(UUID accountId, String passwordHash, @Nullable UUID keep, Instant now) {
        return dsl.transactionResult(transaction -> setPassword(transaction.dsl(), accountId, passwordHash, keep, now));
    }

    /** As {@link #setPassword(UUID, String, UUID, Instant)}, as part of a transaction. */
    static List<UUID> setPassword(
            DSLContext tx, UUID accountId, String passwordHash, @Nullable UUID keep, Instant now) {
        tx.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                .where(ACCOUNT.ID.eq(accountId))
                .execute();
        tx.deleteFrom(PASSWORD_RESET)
                .where(PASSWORD_RESET.ACCOUNT_ID.eq(accountId))
                .execute();
        return JooqSessionStore.endAll(tx, accountId, keep, now);
    }

    private static void admit(DSLContext tx, Admission admission, Instant now) {
        switch (admission) {
            case Admission.Anybody anybody -> {}
            case Admission.Nobody nobody ->
                throw new ServiceException(ErrorCode.ACCOUNT_REGISTRATION_CLOSED, "Nobody may register here");
            case Admission.Invited invited -> useInvitation(tx, invited.tokenHash(), now);
        }
    }

    private static void useInvitation(DSLContext tx, byte[] tokenHash, Instant now) {
        int used = tx.update(INVITATION)
                .set(INVITATION.USES, INVITATION.USES.plus(1))
                .where(INVITATION.HASH.eq(tokenHash))
                .and(INVITATION.USES.lt(INVITATION.MAX_USES))
                .and(INVITATION.EXPIRES_AT.gt(now))
                .and(INVITATION.REVOKED_AT.isNull())
                .execute();
        if (used == 0) {
            throw new ServiceException(
                    ErrorCode.ACCOUNT_INVITATION_INVALID, "The invitation is unknown, used up, revoked or has expired");
        }
    }

    private static void insert(DSLContext tx, NewAccount account, long profileChange, boolean administrator) {
        int inserted = tx.insertInto(ACCOUNT)
                .set(ACCOUNT.ID, account.id())
                .set(ACCOUNT.USERNAME, account.username())
                .set(ACCOUNT.EMAIL, account.email())
                .set(ACCOUNT.EMAIL_KEY, emailKey(account.email()))
                .set(ACCOUNT.PASSWORD_HASH, account.passwordHash())
                .set(ACCOUNT.DISPLAY_NAME, account.displayName())
                .set(ACCOUNT.SEARCH_KEY, SearchKey.of(account.username(), account.displayName()))
                .set(ACCOUNT.ADMINISTRATOR, administrator)
                .set(ACCOUNT.PROFILE_CHANGE, profileChange)
                .set(ACCOUNT.CREATED_AT, account.createdAt())
                .onConflictDoNothing()
                .execute();
        if (inserted == 0) {
            boolean usernameTaken = tx.fetchExists(ACCOUNT, ACCOUNT.USERNAME.eq(account.username()));
            throw usernameTaken
                    ? new ServiceException(ErrorCode.ACCOUNT_USERNAME_TAKEN, "Somebody has this user name")
                    : new ServiceException(ErrorCode.ACCOUNT_EMAIL_TAKEN, "Somebody has this address");
        }
    }

    private static Credentials credentials(AccountRecord row) {
        return new Credentials(PersonRows.person(row), row.getAdministrator(), row.getPasswordHash());
    }
}
