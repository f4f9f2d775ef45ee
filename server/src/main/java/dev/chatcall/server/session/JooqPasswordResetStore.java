package dev.chatcall.server.session;

import static dev.chatcall.server.database.generated.Tables.ACCOUNT;
import static dev.chatcall.server.database.generated.Tables.PASSWORD_RESET;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Password resets in PostgreSQL. */
public final class JooqPasswordResetStore implements PasswordResetStore {
    private final DSLContext dsl;

    public JooqPasswordResetStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Optional<Recipient> recipient(String email) {
        return dsl.select(ACCOUNT.ID, ACCOUNT.USERNAME, ACCOUNT.EMAIL)
                .from(ACCOUNT)
                .where(ACCOUNT.EMAIL_KEY.eq(JooqCredentialStore.emailKey(email)))
                .fetchOptional(row -> new Recipient(row.value1(), row.value2(), row.value3()));
    }

    @Override
    public boolean add(UUID accountId, byte[] tokenHash, Instant createdAt, Instant expiresAt) {
        return dsl.transactionResult(transaction -> {
            DSLContext tx = transaction.dsl();
            tx.deleteFrom(PASSWORD_RESET)
                    .where(PASSWORD_RESET.ACCOUNT_ID.eq(accountId))
                    .and(PASSWORD_RESET.EXPIRES_AT.lt(createdAt))
                    .execute();
            boolean exists = tx.fetchExists(ACCOUNT, ACCOUNT.ID.eq(accountId));
            if (exists) {
                tx.insertInto(PASSWORD_RESET)
                        .set(PASSWORD_RESET.HASH, tokenHash)
                        .set(PASSWORD_RESET.ACCOUNT_ID, accountId)
                        .set(PASSWORD_RESET.CREATED_AT, createdAt)
                        .set(PASSWORD_RESET.EXPIRES_AT, expiresAt)
                        .execute();
            }
            return exists;
        });
    }

    @Override
    public boolean usable(byte[] tokenHash, Instant now) {
        return dsl.fetchExists(PASSWORD_RESET, good(tokenHash, now));
    }

    @Override
    public Optional<List<UUID>> use(byte[] tokenHash, String passwordHash, Instant now) {
        return dsl.transactionResult(transaction -> {
            DSLContext tx = transaction.dsl();
            Optional<UUID> accountId = tx.update(PASSWORD_RESET)
                    .set(PASSWORD_RESET.USED_AT, now)
                    .where(good(tokenHash, now))
                    .returning(PASSWORD_RESET.ACCOUNT_ID)
                    .fetchOptional(PASSWORD_RESET.ACCOUNT_ID);
            return accountId.map(id -> JooqCredentialStore.setPassword(tx, id, passwordHash, null, now));
        });
    }

    private static Condition good(byte[] tokenHash, Instant now) {
        return PASSWORD_RESET
                .HASH
                .eq(tokenHash)
                .and(PASSWORD_RESET.USED_AT.isNull())
                .and(PASSWORD_RESET.EXPIRES_AT.gt(now));
    }
}
