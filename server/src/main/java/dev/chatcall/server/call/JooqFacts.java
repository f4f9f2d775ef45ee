package dev.chatcall.server.call;

import static dev.chatcall.server.database.generated.Tables.CALL_PARTICIPANT;
import static dev.chatcall.server.database.generated.Tables.PARTICIPANT;

import dev.chatcall.protocol.call.ParticipantState;
import dev.chatcall.protocol.conversation.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** {@link CallFacts} from the transaction that holds the call. */
record JooqFacts(DSLContext tx, UUID callId, UUID conversationId) implements CallFacts {

    @Override
    public boolean joinedElsewhere(UUID accountId) {
        return !busy(List.of(accountId)).isEmpty();
    }

    @Override
    public Set<UUID> busy(Collection<UUID> accountIds) {
        return tx.select(CALL_PARTICIPANT.ACCOUNT_ID)
                .from(CALL_PARTICIPANT)
                .where(CALL_PARTICIPANT.ACCOUNT_ID.in(accountIds))
                .and(CALL_PARTICIPANT.STATE.eq(ParticipantState.JOINED.wire()))
                .and(CALL_PARTICIPANT.CALL_ID.ne(callId))
                .fetchSet(CALL_PARTICIPANT.ACCOUNT_ID);
    }

    @Override
    public Optional<Role> role(UUID accountId) {
        return tx.select(PARTICIPANT.ROLE)
                .from(PARTICIPANT)
                .where(PARTICIPANT.CONVERSATION_ID.eq(conversationId))
                .and(PARTICIPANT.ACCOUNT_ID.eq(accountId))
                .and(PARTICIPANT.ACTIVE)
                .fetchOptional(PARTICIPANT.ROLE)
                .map(Role::of);
    }
}
