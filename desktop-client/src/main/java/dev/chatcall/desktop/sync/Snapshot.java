package dev.chatcall.desktop.sync;

import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device keeps of one account, to show it before any server has answered and to ask for what came after.
 *
 * @param account null where it was never told
 * @param peopleChange the cursor of {@code people}
 */
public record Snapshot(
        @Nullable Account account, long peopleChange, List<Person> people, List<KeptConversation> conversations) {}
