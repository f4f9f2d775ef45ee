package dev.chatcall.desktop.ui.details;

import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.Member;
import dev.chatcall.desktop.client.Session;
import dev.chatcall.desktop.ui.people.Contacts;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.presence.Presence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What a group's details hold: owners first, then admins, then the others, each by name. */
final class DetailItems {
    private final ClientState state;
    private final Locale locale;

    DetailItems(ClientState state, Locale locale) {
        this.state = state;
        this.locale = locale;
    }

    List<DetailItem> of(ConversationView group) {
        List<DetailItem> items = new ArrayList<>();
        items.add(new DetailItem.Top(group, online(group)));
        items.add(new DetailItem.Heading(group));
        items.addAll(members(group));
        items.add(new DetailItem.End(group));
        return List.copyOf(items);
    }

    private List<DetailItem.Someone> members(ConversationView group) {
        Optional<UUID> me =
                state.session().get() instanceof Session.SignedIn(UUID id) ? Optional.of(id) : Optional.empty();
        // Roles are declared from the one who may most to the one who may least.
        Comparator<DetailItem.Someone> order = Comparator.comparing(DetailItem.Someone::role)
                .thenComparing(DetailItem.Someone::person, Contacts.byName(locale));
        return group.members().stream()
                .flatMap(member -> someone(member, group, me).stream())
                .sorted(order)
                .toList();
    }

    private Optional<DetailItem.Someone> someone(Member member, ConversationView group, Optional<UUID> me) {
        Optional<Person> person = state.person(member.accountId()).get();
        boolean self = me.equals(Optional.of(member.accountId()));
        return person.map(known -> new DetailItem.Someone(known, member.role(), group.myRole(), self));
    }

    private long online(ConversationView group) {
        return group.members().stream()
                .filter(member -> state.presence(member.accountId())
                        .get()
                        .map(Presence::online)
                        .orElse(false))
                .count();
    }
}
