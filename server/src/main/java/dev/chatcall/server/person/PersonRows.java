package dev.chatcall.server.person;

import static dev.chatcall.server.database.generated.Tables.ACCOUNT;

import dev.chatcall.protocol.account.Person;
import dev.chatcall.server.database.generated.tables.records.AccountRecord;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** From account rows to what others see of them. */
public final class PersonRows {

    private PersonRows() {}

    /** Whoever of these exists, in one statement. */
    public static List<Person> byIds(DSLContext dsl, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : dsl.selectFrom(ACCOUNT).where(ACCOUNT.ID.in(ids)).fetch(PersonRows::person);
    }

    public static Person person(AccountRecord row) {
        return new Person(
                row.getId(), row.getUsername(), row.getDisplayName(), row.getStatusMessage(), row.getAvatarId());
    }
}
