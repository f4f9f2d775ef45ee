package dev.chatcall.desktop.ui.contacts;

import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.people.Contacts;
import dev.chatcall.desktop.ui.people.Entry;
import dev.chatcall.desktop.ui.people.Matches;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.contact.ContactState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What the list of contacts holds. */
public final class ContactEntries {
    private final Texts texts;

    public ContactEntries(Texts texts) {
        this.texts = texts;
    }

    /** Requests both ways, then one's contacts. */
    public List<Entry> own(Optional<Account> account) {
        List<Entry> entries = new ArrayList<>();
        List<Entry> requests = new ArrayList<>();
        in(ContactState.INCOMING, account)
                .forEach(person -> requests.add(new Entry.Asked(person, texts.t("contacts.wantsYou"))));
        in(ContactState.OUTGOING, account)
                .forEach(person -> requests.add(new Entry.Asked(person, texts.t("contacts.waiting"))));
        under(entries, "contacts.requests", requests, Function.identity());
        under(entries, "contacts.title", in(ContactState.CONTACT, account), Entry.Known::new);
        return List.copyOf(entries);
    }

    /** Contacts that match, then whom the server found besides. */
    public List<Entry> found(String query, Optional<Account> account, List<Person> people) {
        List<Person> own = in(ContactState.CONTACT, account).stream()
                .filter(person -> Matches.matches(query, person))
                .toList();
        Optional<UUID> me = account.map(found -> found.person().id());
        List<Person> others = people.stream()
                .filter(person -> !me.equals(Optional.of(person.id())))
                .filter(person -> own.stream().noneMatch(known -> known.id().equals(person.id())))
                .toList();
        List<Entry> entries = new ArrayList<>();
        under(entries, "contacts.title", own, Entry.Known::new);
        under(entries, "list.groupPeople", others, Entry.Someone::new);
        return List.copyOf(entries);
    }

    private List<Person> in(ContactState state, Optional<Account> account) {
        return Contacts.in(state, account, texts.locale());
    }

    private <T> void under(List<Entry> entries, String heading, List<T> things, Function<T, ? extends Entry> entry) {
        if (!things.isEmpty()) {
            entries.add(new Entry.Heading(texts.t(heading)));
            things.forEach(thing -> entries.add(entry.apply(thing)));
        }
    }
}
