package dev.chatcall.server.contact;

import static dev.chatcall.server.database.generated.Tables.ACCOUNT;

import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;

/** Puts accounts into a test's database, past registration. */
public final class TestAccounts {

    private TestAccounts() {}

    /** @return the id of a new account with a user name of its own */
    public static UUID insert(DSLContext dsl) {
        UUID id = UUID.randomUUID();
        String username = "u" + id.toString().substring(0, 18);
        dsl.insertInto(ACCOUNT)
                .set(ACCOUNT.ID, id)
                .set(ACCOUNT.USERNAME, username)
                .set(ACCOUNT.EMAIL, username + "@example.org")
                .set(ACCOUNT.EMAIL_KEY, username + "@example.org")
                .set(ACCOUNT.PASSWORD_HASH, "none")
                .set(ACCOUNT.DISPLAY_NAME, username.toUpperCase(java.util.Locale.ROOT))
                .set(ACCOUNT.SEARCH_KEY, username)
                .set(ACCOUNT.PROFILE_CHANGE, 0L)
                .set(ACCOUNT.CREATED_AT, Instant.EPOCH)
                .execute();
        return id;
    }
}
