package dev.chatcall.server.person;

import static dev.chatcall.server.database.generated.Tables.PROFILE_COUNTER;

import org.jooq.DSLContext;

/** Numbers the changes of profiles, of all accounts together. */
public final class ProfileChanges {

    private ProfileChanges() {}

    /**
     * The number of the profile change that this transaction makes. Others who want one wait until it ends, so that the
     * numbers follow the order of commits: take it late.
     */
    public static long next(DSLContext tx) {
        return tx.update(PROFILE_COUNTER)
                .set(PROFILE_COUNTER.VALUE, PROFILE_COUNTER.VALUE.plus(1))
                .returning(PROFILE_COUNTER.VALUE)
                .fetchSingle()
                .getValue();
    }
}
