package dev.chatcall.server.session;

import static dev.chatcall.server.database.generated.Tables.ACCOUNT;
import static dev.chatcall.server.database.generated.Tables.REFRESH_TOKEN;
import static dev.chatcall.server.database.generated.Tables.SESSION;

import dev.chatcall.server.database.generated.tables.records.AccountRecord;
import dev.chatcall.server.database.generated.tables.records.RefreshTokenRecord;
import dev.chatcall.server.database.generated.tables.records.SessionRecord;
import dev.chatcall.server.person.PersonRows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Sessions in PostgreSQL. */
public final class JooqSessionStore implements SessionStore {
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final DSLContext dsl;

    public JooqSessionStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public void open(Session session, byte[] tokenHash) {
        dsl.transaction(transaction -> {
            Instant forgotten = session.createdAt().minus(REMEMBERED);
            transaction
                    .dsl()
                    .deleteFrom(SESSION)
                    .where(SESSION.ACCOUNT_ID.eq(session.accountId()))
                    .and(SESSION.ENDED_AT.lt(forgotten).or(SESSION.EXPIRES_AT.lt(forgotten)))
                    .execute();
            transaction
                    .dsl()
                    .insertInto(SESSION)
                    .set(SESSION.ID, session.id())
                    .set(SESSION.ACCOUNT_ID, session.accountId())
                    .set(SESSION.DEVICE_NAME, session.deviceName())
                    .set(SESSION.CREATED_AT, session.createdAt())
                    .set(SESSION.LAST_USED_AT, session.lastUsedAt())
                    .set(SESSION.EXPIRES_AT, session.expiresAt())
                    .execute();
            addToken(transaction.dsl(), session.id(), tokenHash, session.createdAt());
        });
    }

    @Override
    public Refreshing rotate(byte[] oldHash, byte[] newHash, Instant now, Duration grace, Duration life) {
        return dsl.transactionResult(transaction -> {
            DSLContext tx = transaction.dsl();
            SessionRecord session = lockedSession(tx, oldHash);
            if (session == null
                    || session.getEndedAt() != null
                    || session.getExpiresAt().isBefore(now)) {
                return new Refreshing.Ended();
            }
            Instant usedAt = usedAt(tx, oldHash);
            if (usedAt != null && usedAt.plus(grace).isBefore(now)) {
                session.setEndedAt(now);
                session.update();
                return new Refreshing.Stolen(session.getId());
            }
            if (usedAt == null) {
                tx.update(REFRESH_TOKEN)
                        .set(REFRESH_TOKEN.USED_AT, now)
                        .where(REFRESH_TOKEN.HASH.eq(oldHash))
                        .execute();
            }
            addToken(tx, session.getId(), newHash, now);
            session.setLastUsedAt(now);
            session.setExpiresAt(now.plus(life));
            session.update();
            forgetTokens(tx, session.getId(), now.minus(life));
            return rotated(tx, session);
        });
    }

    @Override
    public List<Session> list(UUID accountId, Instant now) {
        return dsl.selectFrom(SESSION)
                .where(SESSION.ACCOUNT_ID.eq(accountId))
                .and(SESSION.ENDED_AT.isNull())
                .and(SESSION.EXPIRES_AT.gt(now))
                .orderBy(SESSION.LAST_USED_AT.desc(), SESSION.ID)
                .fetch(JooqSessionStore::session);
    }

    @Override
    public boolean end(UUID accountId, UUID sessionId, Instant now) {
        return dsl.update(SESSION)
                        .set(SESSION.ENDED_AT, now)
                        .where(SESSION.ID.eq(sessionId))
                        .and(SESSION.ACCOUNT_ID.eq(accountId))
                        .and(SESSION.ENDED_AT.isNull())
                        .execute()
                == 1;
    }

    @Override
    public List<UUID> endOthers(UUID accountId, UUID keep, Instant now) {
        return endAll(dsl, accountId, keep, now);
    }

    @Override
    public List<UUID> endedSince(Instant since) {
        return dsl.select(SESSION.ID)
                .from(SESSION)
                .where(SESSION.ENDED_AT.ge(since))
                .fetch(SESSION.ID);
    }

    /** Ends the account's sessions as part of a transaction; returns those that ended. */
    static List<UUID> endAll(DSLContext tx, UUID accountId, @Nullable UUID keep, Instant now) {
        return tx.update(SESSION)
                .set(SESSION.ENDED_AT, now)
                .where(SESSION.ACCOUNT_ID.eq(accountId))
                .and(SESSION.ENDED_AT.isNull())
                .and(keep == null ? DSL.noCondition() : SESSION.ID.ne(keep))
                .returning(SESSION.ID)
                .fetch(SESSION.ID);
    }

    private static @Nullable SessionRecord lockedSession(DSLContext tx, byte[] tokenHash) {
        return tx.selectFrom(SESSION)
                .where(SESSION.ID.eq(tx.select(REFRESH_TOKEN.SESSION_ID)
                        .from(REFRESH_TOKEN)
                        .where(REFRESH_TOKEN.HASH.eq(tokenHash))))
                .forUpdate()
                .fetchOne();
    }

    /** Read after the session is locked, so that two who present the same token come one after the other. */
    private static @Nullable Instant usedAt(DSLContext tx, byte[] tokenHash) {
        RefreshTokenRecord token = tx.selectFrom(REFRESH_TOKEN)
                .where(REFRESH_TOKEN.HASH.eq(tokenHash))
                .fetchSingle();
        return token.getUsedAt();
    }

    private static void addToken(DSLContext tx, UUID sessionId, byte[] hash, Instant now) {
        tx.insertInto(REFRESH_TOKEN)
                .set(REFRESH_TOKEN.HASH, hash)
                .set(REFRESH_TOKEN.SESSION_ID, sessionId)
                .set(REFRESH_TOKEN.ISSUED_AT, now)
                .execute();
    }

    /** Used tokens show a theft when they come again; after the life of a session they no longer can. */
    private static void forgetTokens(DSLContext tx, UUID sessionId, Instant issuedBefore) {
        tx.deleteFrom(REFRESH_TOKEN)
                .where(REFRESH_TOKEN.SESSION_ID.eq(sessionId))
                .and(REFRESH_TOKEN.ISSUED_AT.lt(issuedBefore))
                .and(REFRESH_TOKEN.USED_AT.isNotNull())
                .execute();
    }

    private static Refreshing rotated(DSLContext tx, SessionRecord session) {
        AccountRecord account = tx.selectFrom(ACCOUNT)
                .where(ACCOUNT.ID.eq(session.getAccountId()))
                .fetchSingle();
        return new Refreshing.Rotated(session.getId(), PersonRows.person(account), account.getAdministrator());
    }

    private static Session session(SessionRecord row) {
        return new Session(
                row.getId(),
                row.getAccountId(),
                row.getDeviceName(),
                row.getCreatedAt(),
                row.getLastUsedAt(),
                row.getExpiresAt());
    }
}
