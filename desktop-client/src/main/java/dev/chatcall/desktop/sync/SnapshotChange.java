package dev.chatcall.desktop.sync;

import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is different from what was kept last. All of it is kept, or nothing: the cursors tell what is held.
 *
 * @param account null: as before
 * @param people those who are new or different
 * @param conversations those that are new or different, each whole
 * @param removed one takes no part in them any more
 */
public record SnapshotChange(
        @Nullable Account account,
        long peopleChange,
        List<Person> people,
        List<KeptConversation> conversations,
        List<UUID> removed) {}
