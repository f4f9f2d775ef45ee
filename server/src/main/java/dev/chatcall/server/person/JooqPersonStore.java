package dev.chatcall.server.person;

import static dev.chatcall.server.database.generated.Tables.ACCOUNT;
import static dev.chatcall.server.database.generated.Tables.AVATAR;

import dev.chatcall.protocol.account.Person;
import dev.chatcall.server.database.generated.tables.records.AccountRecord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** People in PostgreSQL. */
public final class JooqPersonStore implements PersonStore {
    private static final char ESCAPE = '!';

    private final DSLContext dsl;

    public JooqPersonStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<Person> byIds(Collection<UUID> ids) {
        return PersonRows.byIds(dsl, ids);
    }

    @Override
    public Optional<Person> byId(UUID id) {
        return byIds(List.of(id)).stream().findFirst();
    }

    @Override
    public List<Person> search(String key, int limit) {
        String escaped = key.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        // The key holds one name a line: a name begins at the start or after the end of a line.
        Condition begins = like(escaped + "%").or(like("%\n" + escaped + "%"));
        return dsl.selectFrom(ACCOUNT)
                .where(like("%" + escaped + "%"))
                .orderBy(DSL.case_().when(begins, 0).else_(1), ACCOUNT.USERNAME)
                .limit(limit)
                .fetch(PersonRows::person);
    }

    @Override
    public void updateProfile(UUID accountId, String displayName, String statusMessage) {
        changeProfile(accountId, account -> {
            account.setDisplayName(displayName);
            account.setStatusMessage(statusMessage);
            account.setSearchKey(SearchKey.of(account.getUsername(), displayName));
        });
    }

    @Override
    public void setAvatar(UUID accountId, @Nullable UUID avatarId) {
        changeProfile(accountId, account -> account.setAvatarId(avatarId));
    }

    private void changeProfile(UUID accountId, Consumer<AccountRecord> change) {
        dsl.transaction(transaction -> {
            DSLContext tx = transaction.dsl();
            AccountRecord account = tx.selectFrom(ACCOUNT)
                    .where(ACCOUNT.ID.eq(accountId))
                    .forUpdate()
                    .fetchSingle();
            UUID avatarBefore = account.getAvatarId();
            change.accept(account);
            account.setChange(account.getChange() + 1);
            account.setProfileChange(ProfileChanges.next(tx));
            account.update();
            if (avatarBefore != null && !avatarBefore.equals(account.getAvatarId())) {
                tx.deleteFrom(AVATAR).where(AVATAR.ID.eq(avatarBefore)).execute();
            }
        });
    }

    private static Condition like(String pattern) {
        return ACCOUNT.SEARCH_KEY.like(pattern, ESCAPE);
    }
}
