package dev.chatcall.server.person;

import static dev.chatcall.server.database.generated.Tables.ACCOUNT;

import java.util.Arrays;
import java.util.UUID;
import org.jooq.DSLContext;

/** Counts what is private to an account: whoever changes any of it says so in the same transaction. */
public final class AccountChanges {

    private AccountChanges() {}

    /** Moves each account's {@code change} on; afterwards publish {@code AccountTouched}. */
    public static void touch(DSLContext tx, UUID... accountIds) {
        tx.update(ACCOUNT)
                .set(ACCOUNT.CHANGE, ACCOUNT.CHANGE.plus(1))
                .where(ACCOUNT.ID.in(Arrays.asList(accountIds)))
                .execute();
    }
}
