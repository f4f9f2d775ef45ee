package dev.chatcall.desktop.ui.people;

import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.contact.Contact;
import dev.chatcall.protocol.contact.ContactState;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** One's contacts, as lists ask for them. */
public final class Contacts {
    private Contacts() {}

    /** How one stands to somebody; empty: not at all. */
    public static Optional<ContactState> stateOf(Optional<Account> account, UUID accountId) {
        return account.stream()
                .flatMap(own -> own.contacts().stream())
                .filter(contact -> contact.person().id().equals(accountId))
                .map(Contact::state)
                .findFirst();
    }

    /** One's contacts in one state, by name. */
    public static List<Person> in(ContactState state, Optional<Account> account, Locale locale) {
        return account.stream()
                .flatMap(own -> own.contacts().stream())
                .filter(contact -> contact.state() == state)
                .map(Contact::person)
                .sorted(byName(locale))
                .toList();
    }

    /** The order of a list of people. */
    public static Comparator<Person> byName(Locale locale) {
        Collator collator = Collator.getInstance(locale);
        return Comparator.comparing(Person::displayName, collator::compare);
    }
}
