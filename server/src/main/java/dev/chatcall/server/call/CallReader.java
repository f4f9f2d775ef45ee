package dev.chatcall.server.call;

import static dev.chatcall.server.database.generated.Tables.BLOCK;
import static dev.chatcall.server.database.generated.Tables.CALL;
import static dev.chatcall.server.database.generated.Tables.CALL_PARTICIPANT;
import static dev.chatcall.server.database.generated.Tables.CONTACT;
import static dev.chatcall.server.database.generated.Tables.CONVERSATION;
import static dev.chatcall.server.database.generated.Tables.PARTICIPANT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.chatcall.protocol.call.CallPage;
import dev.chatcall.protocol.call.CallRoute;
import dev.chatcall.protocol.call.CallSummary;
import dev.chatcall.protocol.call.ParticipantState;
import dev.chatcall.protocol.call.QualityCause;
import dev.chatcall.protocol.conversation.ConversationKind;
import dev.chatcall.protocol.conversation.Role;
import dev.chatcall.server.database.generated.tables.records.CallRecord;
import dev.chatcall.server.id.Pair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Finds calls, without holding them. */
final class CallReader {
    private static final Condition RUNNING = CALL.ENDED_AT.isNull();

    private final DSLContext dsl;
    private final CallRows rows;

    CallReader(DSLContext dsl, CallRows rows) {
        this.dsl = dsl;
        this.rows = rows;
    }

    Optional<CallState> find(UUID callId) {
        return rows.read(dsl, dsl.selectFrom(CALL).where(CALL.ID.eq(callId)).fetch()).stream()
                .findFirst();
    }

    List<CallState> runningFor(UUID accountId) {
        return rows.read(
                dsl,
                dsl.selectFrom(CALL)
                        .where(RUNNING)
                        .and(exists(selectOne()
                                .from(PARTICIPANT)
                                .where(PARTICIPANT.CONVERSATION_ID.eq(CALL.CONVERSATION_ID))
                                .and(PARTICIPANT.ACCOUNT_ID.eq(accountId))
                                .and(PARTICIPANT.ACTIVE)))
                        .orderBy(CALL.STARTED_AT, CALL.ID)
                        .fetch());
    }

    Optional<UUID> runningIn(UUID conversationId) {
        return dsl.select(CALL.ID)
                .from(CALL)
                .where(CALL.CONVERSATION_ID.eq(conversationId))
                .and(RUNNING)
                .fetchOptional(CALL.ID);
    }

    Optional<UUID> runningBetween(UUID one, UUID other) {
        Pair pair = Pair.of(one, other);
        return dsl.select(CALL.ID)
                .from(CALL)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(CALL.CONVERSATION_ID))
                .where(CONVERSATION.LOW_ID.eq(pair.low()))
                .and(CONVERSATION.HIGH_ID.eq(pair.high()))
                .and(RUNNING)
                .fetchOptional(CALL.ID);
    }

    List<UUID> ringingFor(UUID accountId) {
        return dsl.select(CALL_PARTICIPANT.CALL_ID)
                .from(CALL_PARTICIPANT)
                .where(CALL_PARTICIPANT.ACCOUNT_ID.eq(accountId))
                .and(CALL_PARTICIPANT.STATE.eq(ParticipantState.RINGING.wire()))
                .fetch(CALL_PARTICIPANT.CALL_ID);
    }

    List<UUID> runningByMediaService() {
        return dsl.select(CALL.ID)
                .from(CALL)
                .where(RUNNING)
                .and(CALL.ROUTE.eq(CallRoute.MEDIA_SERVICE.wire()))
                .fetch(CALL.ID);
    }

    Optional<UUID> heldBy(UUID connectionId) {
        return dsl.select(CALL_PARTICIPANT.CALL_ID)
                .from(CALL_PARTICIPANT)
                .where(CALL_PARTICIPANT.CONNECTION_ID.eq(connectionId))
                .limit(1)
                .fetchOptional(CALL_PARTICIPANT.CALL_ID);
    }

    List<UUID> due(Instant now, int limit) {
        return dsl.select(CALL.ID)
                .from(CALL)
                .where(CALL.DUE_AT.le(now))
                .orderBy(CALL.DUE_AT)
                .limit(limit)
                .fetch(CALL.ID);
    }

    List<CallStore.Stale> unseenSince(Instant then) {
        return dsl.select(CALL_PARTICIPANT.CALL_ID, CALL_PARTICIPANT.CONNECTION_ID)
                .from(CALL_PARTICIPANT)
                .where(CALL_PARTICIPANT.STATE.eq(ParticipantState.JOINED.wire()))
                .and(CALL_PARTICIPANT.AWAY_SINCE.isNull())
                .and(CALL_PARTICIPANT.SEEN_AT.lt(then))
                .fetch(found -> new CallStore.Stale(found.value1(), found.value2()));
    }

    List<CallState> withoutEntry(Instant before, int limit) {
        return rows.read(
                dsl,
                dsl.selectFrom(CALL)
                        .where(CALL.ENDED_AT.le(before))
                        .andNot(CALL.ENTRY_STORED)
                        .orderBy(CALL.ENDED_AT)
                        .limit(limit)
                        .fetch());
    }

    CallPage history(UUID accountId, @Nullable UUID before, int limit) {
        Condition older = before == null
                ? CALL.ENDED_AT.isNotNull()
                : row(CALL_PARTICIPANT.STARTED_AT, CALL_PARTICIPANT.CALL_ID)
                        .lt(select(CALL.as("last").STARTED_AT, CALL.as("last").ID)
                                .from(CALL.as("last"))
                                .where(CALL.as("last").ID.eq(before)))
                        .and(CALL.ENDED_AT.isNotNull());
        List<CallRecord> calls = new ArrayList<>();
        Map<UUID, Optional<QualityCause>> quality = new HashMap<>();
        dsl.select(CALL.asterisk(), CALL_PARTICIPANT.QUALITY)
                .from(CALL_PARTICIPANT)
                .join(CALL)
                .on(CALL.ID.eq(CALL_PARTICIPANT.CALL_ID))
                .where(CALL_PARTICIPANT.ACCOUNT_ID.eq(accountId))
                .and(older)
                .orderBy(CALL_PARTICIPANT.STARTED_AT.desc(), CALL_PARTICIPANT.CALL_ID.desc())
                .limit(limit + 1)
                .forEach(found -> {
                    calls.add(found.into(CALL));
                    quality.put(
                            found.get(CALL.ID),
                            Optional.ofNullable(found.get(CALL_PARTICIPANT.QUALITY))
                                    .map(QualityCause::of));
                });
        List<CallState> page = rows.read(dsl, calls.subList(0, Math.min(limit, calls.size())));
        return new CallPage(
                page.stream()
                        .map(call -> summary(call, accountId, quality.get(call.id())))
                        .toList(),
                calls.size() > limit);
    }

    private static CallSummary summary(CallState call, UUID me, @Nullable Optional<QualityCause> quality) {
        Ending end = Objects.requireNonNull(call.end());
        return new CallSummary(
                call.id(),
                call.conversationId(),
                call.startedBy(),
                call.video(),
                call.startedAt().toEpochMilli(),
                end.reason(),
                call.durationMs(),
                call.parties().stream().map(Party::accountId).toList(),
                call.party(me).orElseThrow().state(),
                quality == null ? null : quality.orElse(null));
    }

    /** One's own role, the others and those who block one: three short queries. */
    Optional<Membership> membership(UUID conversationId, UUID accountId) {
        Map<UUID, String> roles = dsl.select(PARTICIPANT.ACCOUNT_ID, PARTICIPANT.ROLE)
                .from(PARTICIPANT)
                .where(PARTICIPANT.CONVERSATION_ID.eq(conversationId))
                .and(PARTICIPANT.ACTIVE)
                .orderBy(PARTICIPANT.JOINED_AT, PARTICIPANT.ACCOUNT_ID)
                .fetchMap(PARTICIPANT.ACCOUNT_ID, PARTICIPANT.ROLE);
        String role = roles.remove(accountId);
        if (role == null) {
            return Optional.empty();
        }
        List<UUID> others = List.copyOf(roles.keySet());
        ConversationKind kind = kind(conversationId);
        boolean open = kind == ConversationKind.GROUP || contacts(accountId, others);
        return Optional.of(new Membership(kind, Role.of(role), others, blockers(accountId, others), open));
    }

    private ConversationKind kind(UUID conversationId) {
        return ConversationKind.of(dsl.select(CONVERSATION.KIND)
                .from(CONVERSATION)
                .where(CONVERSATION.ID.eq(conversationId))
                .fetchOptional(CONVERSATION.KIND)
                .orElseThrow());
    }

    private boolean contacts(UUID accountId, List<UUID> others) {
        return others.stream()
                .map(other -> Pair.of(accountId, other))
                .allMatch(pair ->
                        dsl.fetchExists(CONTACT, CONTACT.LOW_ID.eq(pair.low()), CONTACT.HIGH_ID.eq(pair.high())));
    }

    private Set<UUID> blockers(UUID accountId, List<UUID> others) {
        return dsl.select(BLOCK.BLOCKER_ID)
                .from(BLOCK)
                .where(BLOCK.BLOCKED_ID.eq(accountId))
                .and(BLOCK.BLOCKER_ID.in(others))
                .fetchSet(BLOCK.BLOCKER_ID);
    }

    boolean isMember(UUID conversationId, UUID accountId) {
        return dsl.fetchExists(
                PARTICIPANT,
                PARTICIPANT.CONVERSATION_ID.eq(conversationId),
                PARTICIPANT.ACCOUNT_ID.eq(accountId),
                PARTICIPANT.ACTIVE.isTrue());
    }
}
