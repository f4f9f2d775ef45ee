package dev.chatcall.desktop.sync;

import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.presence.Presence;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
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
        return changed(next -> {
            next.aside = Map.of();
            next.presence = Map.of();
            next.typing = Map.of();
            next.syncing = true;
            next.clockOffset = offset;
        });
    }

    SyncState synced() {
        return changed(next -> {
            next.syncing = false;
            next.ready = true;
        });
    }

    SyncState withAccount(Account told) {
        return changed(next -> next.account = told);
    }

    SyncState withPeople(Map<UUID, Person> told, long change) {
        return changed(next -> {
            next.people = told;
            next.peopleChange = change;
        });
    }

    SyncState withConversations(Map<UUID, ConversationEntry> told) {
        return changed(next -> next.conversations = told);
    }

    SyncState withConversation(ConversationEntry entry) {
        return withConversations(Maps.with(conversations, entry.id(), entry));
    }

    SyncState withAside(Map<UUID, Aside> told) {
        return changed(next -> next.aside = told);
    }

    SyncState withPresence(Map<UUID, Presence> told) {
        return changed(next -> next.presence = told);
    }

    SyncState withTyping(Map<UUID, Map<UUID, Long>> told) {
        return changed(next -> next.typing = told);
    }

    private SyncState changed(Consumer<Changing> change) {
        Changing next = new Changing(this);
        change.accept(next);
        return next.state();
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

    /** The next state while it is put together. */
    private static final class Changing {
        private final UUID accountId;
        private @Nullable Account account;
        private Map<UUID, Person> people;
        private long peopleChange;
        private Map<UUID, ConversationEntry> conversations;
        private Map<UUID, Aside> aside;
        private Map<UUID, Presence> presence;
        private Map<UUID, Map<UUID, Long>> typing;
        private boolean syncing;
        private boolean ready;
        private long clockOffset;

        Changing(SyncState state) {
            this.accountId = state.accountId;
            this.account = state.account;
            this.people = state.people;
            this.peopleChange = state.peopleChange;
            this.conversations = state.conversations;
            this.aside = state.aside;
            this.presence = state.presence;
            this.typing = state.typing;
            this.syncing = state.syncing;
            this.ready = state.ready;
            this.clockOffset = state.clockOffset;
        }

        SyncState state() {
            return new SyncState(
                    accountId,
                    account,
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
    }
}
