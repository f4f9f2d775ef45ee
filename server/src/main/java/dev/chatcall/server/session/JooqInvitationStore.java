package dev.chatcall.server.session;

import static dev.chatcall.server.database.generated.Tables.INVITATION;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** Invitations in PostgreSQL. */
public final class JooqInvitationStore implements InvitationStore {
    private final DSLContext dsl;

    public JooqInvitationStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public void add(Row invitation, byte[] tokenHash, UUID createdBy) {
        dsl.insertInto(INVITATION)
                .set(INVITATION.ID, invitation.id())
                .set(INVITATION.HASH, tokenHash)
                .set(INVITATION.NOTE, invitation.note())
                .set(INVITATION.MAX_USES, invitation.maxUses())
                .set(INVITATION.CREATED_BY, createdBy)
                .set(INVITATION.CREATED_AT, invitation.createdAt())
                .set(INVITATION.EXPIRES_AT, invitation.expiresAt())
                .execute();
    }

    @Override
    public List<Row> list() {
        return dsl.selectFrom(INVITATION)
                .where(INVITATION.REVOKED_AT.isNull())
                .orderBy(INVITATION.CREATED_AT.desc(), INVITATION.ID.desc())
                .fetch(row -> new Row(
                        row.getId(),
                        row.getNote(),
                        row.getMaxUses(),
                        row.getUses(),
                        row.getCreatedAt(),
                        row.getExpiresAt()));
    }

    @Override
    public boolean revoke(UUID id, Instant now) {
        return dsl.update(INVITATION)
                        .set(INVITATION.REVOKED_AT, now)
                        .where(INVITATION.ID.eq(id))
                        .and(INVITATION.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }
}
