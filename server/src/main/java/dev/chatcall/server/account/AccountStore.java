package dev.chatcall.server.account;

import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.account.Settings;
import dev.chatcall.protocol.conversation.ConversationPreferences;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what is private to an account. */
public interface AccountStore {

    /** @param change the account's, read no later than the rest of it */
    record Details(Person person, String email, boolean administrator, Settings settings, long change) {}

    Optional<Details> find(UUID accountId);

    /** Where something differs from the default, of conversations that the account takes part in. */
    List<ConversationPreferences> preferences(UUID accountId);

    /** Sets the settings and counts the change; returns those before. */
    Settings setSettings(UUID accountId, Settings settings);
}
