package dev.chatcall.desktop.ui.conversation;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.contact.Contact;
import dev.chatcall.protocol.contact.ContactState;
import java.util.Optional;
import java.util.UUID;

/** How one stands to the other person of a conversation. */
final class Acquaintance {
    private Acquaintance() {}

    /** Empty: not at all. */
    static Optional<ContactState> with(UUID accountId, Optional<Account> account) {
        return account.stream()
                .flatMap(known -> known.contacts().stream())
                .filter(contact -> contact.person().id().equals(accountId))
                .map(Contact::state)
                .findFirst();
    }

    /** In groups members write; to one person those who are contacts. The server decides; this saves a refusal. */
    static boolean canWrite(ConversationView conversation, Optional<Account> account) {
        UUID other = conversation.otherId();
        return other == null || with(other, account).equals(Optional.of(ContactState.CONTACT));
    }
}
