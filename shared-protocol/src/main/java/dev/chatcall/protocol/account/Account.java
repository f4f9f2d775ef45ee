package dev.chatcall.protocol.account;

import dev.chatcall.protocol.contact.Contact;
import dev.chatcall.protocol.conversation.ConversationPreferences;
import java.util.List;

/**
 * One's own account with everything that is private to it. Sent whole whenever any of it changes.
 *
 * @param change grows with every change; the cursor to come back with
 * @param preferences only of conversations where something differs from the default (not muted, not pinned)
 */
public record Account(
        Person person,
        String email,
        boolean administrator,
        Settings settings,
        List<Contact> contacts,
        List<ConversationPreferences> preferences,
        long change) {}
