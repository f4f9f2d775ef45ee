package dev.chatcall.server.call;

import static dev.chatcall.server.database.generated.Tables.CALL;
import static dev.chatcall.server.database.generated.Tables.CALL_PARTICIPANT;
import static dev.chatcall.server.database.generated.Tables.CONVERSATION;

import dev.chatcall.protocol.call.CallPage;
import dev.chatcall.protocol.call.QualityCause;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.database.generated.tables.records.CallRecord;
import dev.chatcall.server.error.ServiceException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.SelectForUpdateStep;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@link CallStore} on PostgreSQL. The row of a call is locked before its parties are read; that a person is in one call
 * at most, and a conversation has one at most, two unique indexes see to.
 */
public final class JooqCallStore implements CallStore {
    private static final String UNIQUE_VIOLATION = "23505";

    private final DSLContext dsl;
    private final CallRows rows;
    private final CallReader reader;
    private final Clock clock;

    public JooqCallStore(DSLContext dsl, JsonMapper json, Clock clock) {
        this.dsl = dsl;
        this.rows = new CallRows(json);
        this.reader = new CallReader(dsl, rows);
        this.clock = clock;
    }

    @Override
    public Begun begin(UUID callId, UUID conversationId, Beginning beginning) {
        return oneCallAPerson(() -> dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            lockConversation(tx, conversationId);
            Optional<UUID> there = runningOrSame(tx, callId, conversationId);
            if (there.isPresent()) {
                return new Begun.Already(there.get());
            }
            CallState call = beginning.first(new JooqFacts(tx, callId, conversationId));
            int made = tx.insertInto(CALL)
                    .set(rows.record(call))
                    .onConflictDoNothing()
                    .execute();
            if (made == 0) {
                return new Begun.Already(
                        runningOrSame(tx, callId, conversationId).orElseThrow(JooqCallStore::justOver));
            }
            rows.write(tx, null, call, clock.instant());
            return new Begun.Fresh(call);
        }));
    }

    /** Two who call each other at once begin one after the other, so that the second finds the call, not a busy line. */
    private static void lockConversation(DSLContext tx, UUID conversationId) {
        tx.select(CONVERSATION.ID)
                .from(CONVERSATION)
                .where(CONVERSATION.ID.eq(conversationId))
                .forNoKeyUpdate()
                .execute();
    }

    private static Optional<UUID> runningOrSame(DSLContext tx, UUID callId, UUID conversationId) {
        return tx.select(CALL.ID)
                .from(CALL)
                .where(CALL.CONVERSATION_ID.eq(conversationId).and(CALL.ENDED_AT.isNull()))
                .or(CALL.ID.eq(callId))
                .orderBy(CALL.ENDED_AT.desc().nullsFirst())
                .limit(1)
                .fetchOptional(CALL.ID);
    }

    @Override
    public Changed change(UUID callId, Decision decision) {
        return oneCallAPerson(() -> dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            CallState before =
                    held(tx, tx.selectFrom(CALL).where(CALL.ID.eq(callId))).orElseThrow(JooqCallStore::notFound);
            return changed(tx, before, decision);
        }));
    }

    @Override
    public Optional<Changed> changeIfFree(UUID callId, Decision decision) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            return tx.selectFrom(CALL)
                    .where(CALL.ID.eq(callId))
                    .forNoKeyUpdate()
                    .skipLocked()
                    .fetchOptional()
                    .map(row -> rows.read(tx, List.of(row)).getFirst())
                    .map(before -> changed(tx, before, decision));
        });
    }

    private Optional<CallState> held(DSLContext tx, SelectForUpdateStep<CallRecord> which) {
        return which.forNoKeyUpdate()
                .fetchOptional()
                .map(row -> rows.read(tx, List.of(row)).getFirst());
    }

    private Changed changed(DSLContext tx, CallState before, Decision decision) {
        CallState after = decision.next(before, new JooqFacts(tx, before.id(), before.conversationId()));
        if (after != before) {
            rows.update(tx, before, after, clock.instant());
        }
        return new Changed(before, after);
    }

    @Override
    public Moved move(UUID callId, Move move, Instant now) {
        return oneCallAPerson(() -> dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            CallState from =
                    held(tx, tx.selectFrom(CALL).where(CALL.ID.eq(callId))).orElseThrow(JooqCallStore::notFound);
            CallState to = move.next(from, new JooqFacts(tx, from.id(), from.conversationId()));
            CallState ended = CallRules.apply(from, new CallChange.Move(to.id()), now);
            rows.update(tx, from, ended, now);
            tx.insertInto(CALL).set(rows.record(to)).execute();
            rows.write(tx, null, to, now);
            return new Moved(new Changed(from, ended), to);
        }));
    }

    /** Two calls wanted the same person at the same moment; the other one was quicker. */
    private static <T> T oneCallAPerson(Supplier<T> transaction) {
        try {
            return transaction.get();
        } catch (DataAccessException e) {
            if (UNIQUE_VIOLATION.equals(e.sqlState())) {
                throw new ServiceException(ErrorCode.CALL_IN_ANOTHER, "In another call since this moment");
            }
            throw e;
        }
    }

    @Override
    public void seen(Collection<UUID> connectionIds, Instant now) {
        if (!connectionIds.isEmpty()) {
            dsl.update(CALL_PARTICIPANT)
                    .set(CALL_PARTICIPANT.SEEN_AT, now)
                    .where(CALL_PARTICIPANT.CONNECTION_ID.in(connectionIds))
                    .execute();
        }
    }

    @Override
    public void entryStored(UUID callId) {
        dsl.update(CALL).set(CALL.ENTRY_STORED, true).where(CALL.ID.eq(callId)).execute();
    }

    @Override
    public void keepQuality(UUID callId, UUID accountId, QualityCause quality) {
        dsl.update(CALL_PARTICIPANT)
                .set(CALL_PARTICIPANT.QUALITY, quality.wire())
                .where(CALL_PARTICIPANT.CALL_ID.eq(callId))
                .and(CALL_PARTICIPANT.ACCOUNT_ID.eq(accountId))
                .and(CALL_PARTICIPANT.WAS_IN)
                .execute();
    }

    @Override
    public Optional<CallState> find(UUID callId) {
        return reader.find(callId);
    }

    @Override
    public List<CallState> runningFor(UUID accountId) {
        return reader.runningFor(accountId);
    }

    @Override
    public Optional<UUID> runningIn(UUID conversationId) {
        return reader.runningIn(conversationId);
    }

    @Override
    public Optional<UUID> runningBetween(UUID one, UUID other) {
        return reader.runningBetween(one, other);
    }

    @Override
    public List<UUID> ringingFor(UUID accountId) {
        return reader.ringingFor(accountId);
    }

    @Override
    public List<UUID> runningByMediaService() {
        return reader.runningByMediaService();
    }

    @Override
    public Optional<UUID> heldBy(UUID connectionId) {
        return reader.heldBy(connectionId);
    }

    @Override
    public List<UUID> due(Instant now, int limit) {
        return reader.due(now, limit);
    }

    @Override
    public List<Stale> unseenSince(Instant then) {
        return reader.unseenSince(then);
    }

    @Override
    public List<CallState> withoutEntry(Instant before, int limit) {
        return reader.withoutEntry(before, limit);
    }

    @Override
    public CallPage history(UUID accountId, @Nullable UUID before, int limit) {
        return reader.history(accountId, before, limit);
    }

    @Override
    public Optional<Membership> membership(UUID conversationId, UUID accountId) {
        return reader.membership(conversationId, accountId);
    }

    @Override
    public boolean isMember(UUID conversationId, UUID accountId) {
        return reader.isMember(conversationId, accountId);
    }

    private static ServiceException notFound() {
        return new ServiceException(ErrorCode.CALL_NOT_FOUND, "There is no such call");
    }

    private static ServiceException justOver() {
        return new ServiceException(ErrorCode.CALL_ENDED, "The call that was here ended just now");
    }
}
