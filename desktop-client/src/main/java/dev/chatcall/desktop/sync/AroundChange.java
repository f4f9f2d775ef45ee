package dev.chatcall.desktop.sync;

import dev.chatcall.protocol.ServerMessage.TypingChanged;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.presence.Presence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** What stands around the conversations: the account, people, presence and typing. */
final class AroundChange {
    /** How long somebody is shown as typing after they last said so, in milliseconds. */
    static final long TYPING_FADES_MS = 6_000;

    private AroundChange() {}

    /** The account is always told whole; an older one that comes late changes nothing. */
    static SyncState account(SyncState state, Account account) {
        if (state.account() != null && account.change() < state.account().change() && !state.syncing()) {
            return state;
        }
        List<Person> people = new ArrayList<>();
        people.add(account.person());
        account.contacts().forEach(contact -> people.add(contact.person()));
        return people(state.withAccount(account), people);
    }

    static SyncState people(SyncState state, List<Person> people) {
        return people(state, people, state.peopleChange());
    }

    /**
     * Profiles that changed up to a cursor. Only a sync moves the cursor: single profiles that come in between are not
     * numbered without gaps, so that the last one says nothing about those before it.
     */
    static SyncState people(SyncState state, List<Person> people, long change) {
        List<Person> news = people.stream()
                .filter(person -> !person.equals(state.people().get(person.id())))
                .toList();
        if (news.isEmpty() && change == state.peopleChange()) {
            return state;
        }
        Map<UUID, Person> next = new LinkedHashMap<>(state.people());
        news.forEach(person -> next.put(person.id(), person));
        return state.withPeople(news.isEmpty() ? state.people() : Collections.unmodifiableMap(next), change);
    }

    static SyncState presence(SyncState state, List<Presence> presences) {
        Map<UUID, Presence> next = new LinkedHashMap<>(state.presence());
        presences.forEach(presence -> next.put(presence.accountId(), presence));
        return state.withPresence(Collections.unmodifiableMap(next));
    }

    static SyncState typing(SyncState state, TypingChanged frame, long now) {
        if (frame.accountId().equals(state.accountId())) {
            return state;
        }
        if (!frame.typing()) {
            return withoutTyping(state, frame.conversationId(), frame.accountId());
        }
        Map<UUID, Long> there = state.typing().getOrDefault(frame.conversationId(), Map.of());
        Map<UUID, Long> next = Maps.with(there, frame.accountId(), now + TYPING_FADES_MS);
        return state.withTyping(Maps.with(state.typing(), frame.conversationId(), next));
    }

    /** Who sent what they typed types no more. */
    static SyncState withoutTyping(SyncState state, List<Message> messages) {
        SyncState next = state;
        for (Message message : messages) {
            next = withoutTyping(next, message.conversationId(), message.senderId());
        }
        return next;
    }

    /** Forgets those whose time is over. */
    static SyncState fadeTyping(SyncState state, long now) {
        SyncState next = state;
        for (Map.Entry<UUID, Map<UUID, Long>> there : state.typing().entrySet()) {
            for (Map.Entry<UUID, Long> one : there.getValue().entrySet()) {
                if (one.getValue() <= now) {
                    next = withoutTyping(next, there.getKey(), one.getKey());
                }
            }
        }
        return next;
    }

    /** When the next one fades. */
    static OptionalLong nextFade(SyncState state) {
        return state.typing().values().stream()
                .flatMap(there -> there.values().stream())
                .mapToLong(Long::longValue)
                .min();
    }

    private static SyncState withoutTyping(SyncState state, UUID conversationId, UUID accountId) {
        Map<UUID, Long> there = state.typing().getOrDefault(conversationId, Map.of());
        if (!there.containsKey(accountId)) {
            return state;
        }
        Map<UUID, Long> left = Maps.without(there, accountId);
        return state.withTyping(
                left.isEmpty()
                        ? Maps.without(state.typing(), conversationId)
                        : Maps.with(state.typing(), conversationId, left));
    }
}
