package dev.chatcall.server.presence;

import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.server.contact.ContactService;
import dev.chatcall.server.presence.PresenceStore.Look;
import dev.chatcall.server.presence.Watchers.Watcher;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Turns a batch of reasons into at most one message a connection, with four queries however large the batch is. */
final class PresenceTeller {

    /** What a connection is to be told about a person. The later ones say more. */
    private enum Telling {
        /** Where the viewer may see them; else nothing, so that it does not show when they come and go. */
        IF_ALLOWED,
        /** Where the viewer may see them; else that they are offline, because the viewer waits for an answer. */
        IN_ANY_CASE,
        /** They are contacts. */
        OF_CONTACT
    }

    private final PresenceViews views;
    private final ContactService contacts;
    private final Watchers watchers;
    private final PresenceSink sink;

    PresenceTeller(PresenceViews views, ContactService contacts, Watchers watchers, PresenceSink sink) {
        this.views = views;
        this.contacts = contacts;
        this.watchers = watchers;
        this.sink = sink;
    }

    /** Blocks. */
    void tell(List<PresenceTask> tasks) {
        Map<UUID, Set<UUID>> contactIds = contacts.contactIdsOf(tasks.stream()
                .flatMap(task -> peopleOf(task).stream())
                .distinct()
                .toList());
        Round round = new Round(contactIds);
        tasks.forEach(round::add);
        round.send();
    }

    /** Those whose contacts must be known. */
    private static Collection<UUID> peopleOf(PresenceTask task) {
        return switch (task) {
            case PresenceTask.Touched(UUID accountId) -> List.of(accountId);
            case PresenceTask.Related(UUID one, UUID other) -> List.of(one, other);
            case PresenceTask.Opened(UUID _, UUID viewerId) -> List.of(viewerId);
            case PresenceTask.Watched _ -> List.of();
        };
    }

    private final class Round {
        private final Map<UUID, Set<UUID>> contactIds;
        private final Map<Watcher, Map<UUID, Telling>> tellings = new LinkedHashMap<>();

        Round(Map<UUID, Set<UUID>> contactIds) {
            this.contactIds = contactIds;
        }

        void add(PresenceTask task) {
            switch (task) {
                case PresenceTask.Touched(UUID accountId) -> {
                    watchers.watching(accountId).forEach(watcher -> add(watcher, accountId, Telling.IF_ALLOWED));
                    contactsOf(accountId)
                            .forEach(contact -> watchers.of(contact)
                                    .forEach(watcher -> add(watcher, accountId, Telling.OF_CONTACT)));
                }
                case PresenceTask.Related(UUID one, UUID other) -> {
                    relate(one, other);
                    relate(other, one);
                }
                case PresenceTask.Opened(UUID connectionId, UUID viewerId) -> {
                    Watcher watcher = new Watcher(connectionId, viewerId);
                    contactsOf(viewerId).forEach(contact -> add(watcher, contact, Telling.OF_CONTACT));
                }
                case PresenceTask.Watched(UUID connectionId, UUID viewerId, Set<UUID> accountIds) -> {
                    Watcher watcher = new Watcher(connectionId, viewerId);
                    accountIds.forEach(accountId -> add(watcher, accountId, Telling.IN_ANY_CASE));
                }
            }
        }

        /** Somebody who is neither a contact nor on screen is not mentioned: that would tell of a block. */
        private void relate(UUID viewerId, UUID accountId) {
            for (Watcher watcher : watchers.of(viewerId)) {
                if (contactsOf(viewerId).contains(accountId)) {
                    add(watcher, accountId, Telling.OF_CONTACT);
                } else if (watchers.hasOnScreen(watcher.connectionId(), accountId)) {
                    add(watcher, accountId, Telling.IN_ANY_CASE);
                }
            }
        }

        private Set<UUID> contactsOf(UUID accountId) {
            return contactIds.getOrDefault(accountId, Set.of());
        }

        private void add(Watcher watcher, UUID accountId, Telling telling) {
            tellings.computeIfAbsent(watcher, w -> new HashMap<>())
                    .merge(accountId, telling, (one, other) -> one.compareTo(other) > 0 ? one : other);
        }

        void send() {
            Set<Look> sure = new HashSet<>();
            Set<Look> asked = new HashSet<>();
            tellings.forEach((watcher, people) -> people.forEach((accountId, telling) ->
                    (telling == Telling.OF_CONTACT ? sure : asked).add(new Look(watcher.viewerId(), accountId))));
            Map<Look, dev.chatcall.protocol.presence.Presence> seen = views.of(sure, asked);
            tellings.forEach((watcher, people) -> send(watcher, people, seen));
        }

        private void send(
                Watcher watcher, Map<UUID, Telling> people, Map<Look, dev.chatcall.protocol.presence.Presence> seen) {
            List<dev.chatcall.protocol.presence.Presence> told = people.entrySet().stream()
                    .filter(entry -> entry.getValue() != Telling.IF_ALLOWED
                            || seen.containsKey(new Look(watcher.viewerId(), entry.getKey())))
                    .map(entry -> seen.getOrDefault(
                            new Look(watcher.viewerId(), entry.getKey()), PresenceViews.hidden(entry.getKey())))
                    .toList();
            if (!told.isEmpty()) {
                sink.send(watcher.connectionId(), new ServerMessage.PresenceChanged(told));
            }
        }
    }
}
