package dev.chatcall.desktop.ui.list;

import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.people.Entry;
import dev.chatcall.desktop.ui.people.Matches;
import dev.chatcall.protocol.account.Person;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a search finds: conversations by name, then people of the whole server. */
final class ChatSearch {
    private final ClientState state;
    private final Texts texts;

    ChatSearch(ClientState state, Texts texts) {
        this.state = state;
        this.texts = texts;
    }

    /** @param people those whom the server found, oneself perhaps among them */
    List<Found> results(String query, List<ConversationView> conversations, List<Person> people, @Nullable UUID me) {
        List<ConversationView> chats =
                conversations.stream().filter(chat -> matches(query, chat)).toList();
        Set<UUID> shown = new HashSet<>();
        chats.forEach(chat -> shown.add(chat.otherId() == null ? chat.id() : chat.otherId()));
        List<Found> found = new ArrayList<>();
        if (!chats.isEmpty()) {
            found.add(new Found.Other(new Entry.Heading(texts.t("list.groupChats"))));
            chats.forEach(chat -> found.add(new Found.Chat(chat)));
        }
        List<Person> others = people.stream()
                .filter(person -> !person.id().equals(me) && !shown.contains(person.id()))
                .toList();
        if (!others.isEmpty()) {
            found.add(new Found.Other(new Entry.Heading(texts.t("list.groupPeople"))));
            others.forEach(person -> found.add(new Found.Other(new Entry.Someone(person))));
        }
        return List.copyOf(found);
    }

    private boolean matches(String query, ConversationView chat) {
        UUID otherId = chat.otherId();
        if (otherId == null) {
            String name = chat.name();
            return Matches.matches(query, name == null ? "" : name);
        }
        Optional<Person> other = state.person(otherId).get();
        return other.isPresent() && Matches.matches(query, other.get());
    }
}
