package dev.chatcall.server.account;

import static dev.chatcall.server.database.generated.Tables.ACCOUNT;
import static dev.chatcall.server.database.generated.Tables.PARTICIPANT;

import dev.chatcall.protocol.account.Settings;
import dev.chatcall.protocol.conversation.ConversationPreferences;
import dev.chatcall.server.database.generated.tables.records.AccountRecord;
import dev.chatcall.server.person.PersonRows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Accounts in PostgreSQL. */
public final class JooqAccountStore implements AccountStore {
    private final DSLContext dsl;

    public JooqAccountStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Optional<Details> find(UUID accountId) {
        return dsl.selectFrom(ACCOUNT)
                .where(ACCOUNT.ID.eq(accountId))
                .fetchOptional(row -> new Details(
                        PersonRows.person(row),
                        row.getEmail(),
                        row.getAdministrator(),
                        settings(row),
                        row.getChange()));
    }

    @Override
    public List<ConversationPreferences> preferences(UUID accountId) {
        return dsl.select(PARTICIPANT.CONVERSATION_ID, PARTICIPANT.MUTED, PARTICIPANT.PINNED)
                .from(PARTICIPANT)
                .where(PARTICIPANT.ACCOUNT_ID.eq(accountId))
                .and(PARTICIPANT.ACTIVE.isTrue())
                .and(PARTICIPANT.MUTED.isTrue().or(PARTICIPANT.PINNED.isTrue()))
                .orderBy(PARTICIPANT.CONVERSATION_ID)
                .fetch(row -> new ConversationPreferences(row.value1(), row.value2(), row.value3()));
    }

    @Override
    public Settings setSettings(UUID accountId, Settings settings) {
        return dsl.transactionResult(transaction -> {
            AccountRecord account = transaction
                    .dsl()
                    .selectFrom(ACCOUNT)
                    .where(ACCOUNT.ID.eq(accountId))
                    .forUpdate()
                    .fetchSingle();
            Settings before = settings(account);
            account.setSendsReadReceipts(settings.sendReadReceipts());
            account.setShowsLastSeen(settings.showLastSeen());
            account.setChange(account.getChange() + 1);
            account.update();
            return before;
        });
    }

    private static Settings settings(AccountRecord row) {
        return new Settings(row.getSendsReadReceipts(), row.getShowsLastSeen());
    }
}
