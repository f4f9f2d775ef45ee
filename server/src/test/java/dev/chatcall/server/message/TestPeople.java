package dev.chatcall.server.message;

import static dev.chatcall.server.database.generated.Tables.ACCOUNT;
import static dev.chatcall.server.database.generated.Tables.CONTACT;
import static dev.chatcall.server.database.generated.Tables.CONVERSATION;
import static dev.chatcall.server.database.generated.Tables.PARTICIPANT;

import dev.chatcall.server.id.Pair;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** Puts people and conversations straight into the database, for tests below the services. */
public final class TestPeople {
    private final DSLContext dsl;

    public TestPeople(DSLContext dsl) {
        this.dsl = dsl;
    }

    public UUID register() {
        UUID id = UUID.randomUUID();
        dsl.insertInto(ACCOUNT)
                .set(ACCOUNT.ID, id)
                .set(ACCOUNT.USERNAME, "u" + id)
                .set(ACCOUNT.EMAIL, id + "@example.org")
                .set(ACCOUNT.EMAIL_KEY, id + "@example.org")
                .set(ACCOUNT.PASSWORD_HASH, "none")
                .set(ACCOUNT.DISPLAY_NAME, "Person " + id)
                .set(ACCOUNT.SEARCH_KEY, "person")
                .set(ACCOUNT.PROFILE_CHANGE, 1L)
                .set(ACCOUNT.CREATED_AT, Instant.EPOCH)
                .execute();
        return id;
    }

    /** A group with its first system message, as seq 1 and change 1. */
    public UUID group(UUID... members) {
        UUID id = UUID.randomUUID();
        dsl.insertInto(CONVERSATION)
                .set(CONVERSATION.ID, id)
                .set(CONVERSATION.KIND, "group")
                .set(CONVERSATION.NAME, "Group")
                .set(CONVERSATION.LAST_SEQ, 1L)
                .set(CONVERSATION.LAST_CHANGE, 1L)
                .set(CONVERSATION.DETAIL_CHANGE, 1L)
                .set(CONVERSATION.CREATED_BY, members[0])
                .set(CONVERSATION.CREATED_AT, Instant.EPOCH)
                .execute();
        for (UUID member : members) {
            join(id, member, "owner");
        }
        return id;
    }

    public UUID direct(UUID one, UUID other) {
        UUID id = UUID.randomUUID();
        Pair pair = Pair.of(one, other);
        dsl.insertInto(CONTACT)
                .set(CONTACT.LOW_ID, pair.low())
                .set(CONTACT.HIGH_ID, pair.high())
                .set(CONTACT.SINCE, Instant.EPOCH)
                .execute();
        dsl.insertInto(CONVERSATION)
                .set(CONVERSATION.ID, id)
                .set(CONVERSATION.KIND, "direct")
                .set(CONVERSATION.LOW_ID, pair.low())
                .set(CONVERSATION.HIGH_ID, pair.high())
                .set(CONVERSATION.LAST_CHANGE, 1L)
                .set(CONVERSATION.DETAIL_CHANGE, 1L)
                .set(CONVERSATION.CREATED_BY, one)
                .set(CONVERSATION.CREATED_AT, Instant.EPOCH)
                .execute();
        List.of(one, other).forEach(member -> join(id, member, "member"));
        return id;
    }

    /** No longer each other's contact. */
    public void separate(UUID one, UUID other) {
        Pair pair = Pair.of(one, other);
        dsl.deleteFrom(CONTACT)
                .where(CONTACT.LOW_ID.eq(pair.low()).and(CONTACT.HIGH_ID.eq(pair.high())))
                .execute();
    }

    private void join(UUID conversation, UUID member, String role) {
        dsl.insertInto(PARTICIPANT)
                .set(PARTICIPANT.CONVERSATION_ID, conversation)
                .set(PARTICIPANT.ACCOUNT_ID, member)
                .set(PARTICIPANT.ROLE, role)
                .set(PARTICIPANT.JOINED_AT, Instant.EPOCH)
                .set(PARTICIPANT.CHANGE, 1L)
                .execute();
    }
}
