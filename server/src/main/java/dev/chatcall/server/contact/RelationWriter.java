package dev.chatcall.server.contact;

import static dev.chatcall.server.database.generated.Tables.BLOCK;
import static dev.chatcall.server.database.generated.Tables.CONTACT;
import static dev.chatcall.server.database.generated.Tables.CONTACT_REQUEST;

import dev.chatcall.server.id.Pair;
import dev.chatcall.server.person.AccountChanges;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Writes what differs between one relation of two people and the next. Within a transaction that holds the two. */
final class RelationWriter {
    private final DSLContext transaction;
    private final UUID me;
    private final UUID other;

    RelationWriter(DSLContext transaction, UUID me, UUID other) {
        this.transaction = transaction;
        this.me = me;
        this.other = other;
    }

    void write(Relation before, Relation after) {
        writeContact(before.contactSince(), after.contactSince());
        writeRequest(me, other, before.mine().askedAt(), after.mine().askedAt());
        writeRequest(other, me, before.theirs().askedAt(), after.theirs().askedAt());
        writeBlock(me, other, before.mine().blockedAt(), after.mine().blockedAt());
        writeBlock(other, me, before.theirs().blockedAt(), after.theirs().blockedAt());
        if (!before.standing().equals(after.standing())) {
            AccountChanges.touch(transaction, me);
        }
        if (!before.turned().standing().equals(after.turned().standing())) {
            AccountChanges.touch(transaction, other);
        }
    }

    private void writeContact(@Nullable Instant before, @Nullable Instant after) {
        Pair pair = Pair.of(me, other);
        if (before != null && after == null) {
            transaction
                    .deleteFrom(CONTACT)
                    .where(CONTACT.LOW_ID.eq(pair.low()), CONTACT.HIGH_ID.eq(pair.high()))
                    .execute();
        } else if (!Objects.equals(before, after)) {
            transaction
                    .insertInto(CONTACT, CONTACT.LOW_ID, CONTACT.HIGH_ID, CONTACT.SINCE)
                    .values(pair.low(), pair.high(), after)
                    .execute();
        }
    }

    private void writeRequest(UUID from, UUID to, @Nullable Instant before, @Nullable Instant after) {
        if (before != null && after == null) {
            transaction
                    .deleteFrom(CONTACT_REQUEST)
                    .where(CONTACT_REQUEST.FROM_ID.eq(from), CONTACT_REQUEST.TO_ID.eq(to))
                    .execute();
        } else if (!Objects.equals(before, after)) {
            transaction
                    .insertInto(
                            CONTACT_REQUEST, CONTACT_REQUEST.FROM_ID, CONTACT_REQUEST.TO_ID, CONTACT_REQUEST.CREATED_AT)
                    .values(from, to, after)
                    .execute();
        }
    }

    private void writeBlock(UUID blocker, UUID blocked, @Nullable Instant before, @Nullable Instant after) {
        if (before != null && after == null) {
            transaction
                    .deleteFrom(BLOCK)
                    .where(BLOCK.BLOCKER_ID.eq(blocker), BLOCK.BLOCKED_ID.eq(blocked))
                    .execute();
        } else if (!Objects.equals(before, after)) {
            transaction
                    .insertInto(BLOCK, BLOCK.BLOCKER_ID, BLOCK.BLOCKED_ID, BLOCK.CREATED_AT)
                    .values(blocker, blocked, after)
                    .execute();
        }
    }
}
