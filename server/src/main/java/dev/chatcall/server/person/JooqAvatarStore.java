package dev.chatcall.server.person;

import static dev.chatcall.server.database.generated.Tables.AVATAR;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Pictures in PostgreSQL. */
public final class JooqAvatarStore implements AvatarStore {
    private final DSLContext dsl;

    public JooqAvatarStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public void add(UUID id, Avatar avatar, Instant createdAt) {
        dsl.insertInto(AVATAR)
                .set(AVATAR.ID, id)
                .set(AVATAR.CONTENT_TYPE, avatar.contentType())
                .set(AVATAR.IMAGE, avatar.image())
                .set(AVATAR.CREATED_AT, createdAt)
                .execute();
    }

    @Override
    public Optional<Avatar> find(UUID id) {
        return dsl.select(AVATAR.CONTENT_TYPE, AVATAR.IMAGE)
                .from(AVATAR)
                .where(AVATAR.ID.eq(id))
                .fetchOptional(row -> new Avatar(row.value1(), row.value2()));
    }
}
