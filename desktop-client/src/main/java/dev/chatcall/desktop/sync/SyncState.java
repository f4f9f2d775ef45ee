package dev.chatcall.desktop.sync;

import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.presence.Presence;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this client holds of the server's state. A change makes a new one that shares what stayed.
 *
 * @param accountId whose state this is; all zeros while nobody is signed in
 * @param peopleChange the cursor of {@code people}
 * @param aside frames that came before what they build on, by conversation
 * @param typing until when somebody is shown as typing: conversation → account → ms since the epoch
 * @param syncing between {@code welcome} and {@code sync.done}
 * @param ready there is something to show: a kept snapshot, or one sync was through
 * @param clockOffset the server's clock minus this device's, in milliseconds
 */
public record SyncState(
        UUID accountId,
        @Nullable Account account,
        Map<UUID, Person> people,
        long peopleChange,
        Map<UUID, ConversationEntry> conversations,
        Map<UUID, Aside> aside,
        Map<UUID, Presence> presence,
        Map<UUID, Map<UUID, Long>> typing,
        boolean syncing,
        boolean ready,
        long clockOffset) {

    public static final UUID NOBODY = new UUID(0, 0);

    public static SyncState empty(UUID accountId) {
        return new SyncState(accountId, null, Map.of(), 0, Map.of(), Map.of(), Map.of(), Map.of(), false, false, 0);
    }

    /** The line is new: what was set aside belongs to the lost one; presence and typing are told anew. */
    SyncState greeted(long offset) {
        return new SyncState(
                accountId,
                account,
                people,
                peopleChange,
                conversations,
                Map.of(),
                Map.of(),
                Map.of(),
                true,
                ready,
                offset);
    }

    SyncState synced() {
        return new SyncState(
                accountId,
                account,
                people,
                peopleChange,
                conversations,
                aside,
                presence,
                typing,
                false,
                true,
                clockOffset);
    }

    SyncState withAccount(Account told) {
        return new SyncState(
                accountId,
                told,
                people,
                peopleChange,
                conversations,
                aside,
                presence,
                typing,
                syncing,
                ready,
                clockOffset);
    }

    SyncState withPeople(Map<UUID, Person> told, long change) {
        return new SyncState(
                accountId, account, told, change, conversations, aside, presence, typing, syncing, ready, clockOffset);
    }

    SyncState withConversations(Map<UUID, ConversationEntry> next) {
        return new SyncState(
                accountId, account, people, peopleChange, next, aside, presence, typing, syncing, ready, clockOffset);
    }

    SyncState withConversation(ConversationEntry entry) {
        return withConversations(Maps.with(conversations, entry.id(), entry));
    }

    SyncState withAside(Map<UUID, Aside> next) {
        return new SyncState(
                accountId,
                account,
                people,
                peopleChange,
                conversations,
                next,
                presence,
                typing,
                syncing,
                ready,
                clockOffset);
    }

    SyncState withPresence(Map<UUID, Presence> next) {
        return new SyncState(
                accountId,
                account,
                people,
                peopleChange,
                conversations,
                aside,
                next,
                typing,
                syncing,
                ready,
                clockOffset);
    }

    SyncState withTyping(Map<UUID, Map<UUID, Long>> next) {
        return new SyncState(
                accountId,
                account,
                people,
                peopleChange,
                conversations,
                aside,
                presence,
                next,
                syncing,
                ready,
                clockOffset);
    }

    /** Equal to itself alone: it changes with each frame, and comparing all of it would cost more than telling of it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
