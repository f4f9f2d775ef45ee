package dev.chatcall.desktop.selector;

import dev.chatcall.desktop.client.Badge;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.Member;
import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.outbox.OutboxEntry;
import dev.chatcall.desktop.outbox.OutboxState;
import dev.chatcall.desktop.sync.ConversationEntry;
import dev.chatcall.desktop.sync.SyncState;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.conversation.Conversation;
import dev.chatcall.protocol.conversation.ConversationKind;
import dev.chatcall.protocol.conversation.ConversationPreferences;
import dev.chatcall.protocol.conversation.Participant;
import dev.chatcall.protocol.conversation.Role;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the conversations of the list; one that did not change is not made anew, for there may be thousands and one
 * changes at a time. From any thread.
 */
public final class ConversationViews {
    private static final Comparator<ConversationView> ORDER = Comparator.comparing(ConversationView::pinned)
            .thenComparing(ConversationView::activeAt)
            .reversed()
            .thenComparing(ConversationView::id);

    private final Map<UUID, Known> known = new HashMap<>();

    /** Pinned ones first, then the most recent. */
    public synchronized List<ConversationView> list(SyncState state, OutboxState outbox) {
        known.keySet().retainAll(state.conversations().keySet());
        Map<UUID, ConversationPreferences> preferences = new HashMap<>();
        if (state.account() != null) {
            state.account().preferences().forEach(one -> preferences.put(one.conversationId(), one));
        }
        return state.conversations().values().stream()
                .map(entry -> view(entry, outbox, preferences.get(entry.id()), state.accountId()))
                .sorted(ORDER)
                .toList();
    }

    public synchronized Optional<ConversationView> one(UUID id, SyncState state, OutboxState outbox) {
        return Optional.ofNullable(state.conversations().get(id))
                .map(entry ->
                        view(entry, outbox, preferencesOf(state.account(), id).orElse(null), state.accountId()));
    }

    public static Optional<ConversationPreferences> preferencesOf(@Nullable Account account, UUID conversationId) {
        return account == null
                ? Optional.empty()
                : account.preferences().stream()
                        .filter(one -> one.conversationId().equals(conversationId))
                        .findFirst();
    }

    /** The totals of what is not muted. */
    public static Badge badge(Collection<ConversationView> views) {
        long unread = 0;
        int mentions = 0;
        for (ConversationView view : views) {
            if (!view.muted()) {
                unread += view.unread();
                mentions += view.unreadMentions();
            }
        }
        return new Badge(unread, mentions);
    }

    private ConversationView view(
            ConversationEntry entry, OutboxState outbox, @Nullable ConversationPreferences preferences, UUID me) {
        List<OutboxEntry> pending = outbox.of(entry.id());
        boolean muted = preferences != null && preferences.muted();
        boolean pinned = preferences != null && preferences.pinned();
        Known before = known.get(entry.id());
        if (before != null && before.isOf(entry, pending, me, muted, pinned)) {
            return before.view();
        }
        ConversationView view = make(entry, pending, muted, pinned, me);
        known.put(entry.id(), new Known(entry, pending, me, view));
        return view;
    }

    private static ConversationView make(
            ConversationEntry entry, List<OutboxEntry> pending, boolean muted, boolean pinned, UUID me) {
        Conversation conversation = entry.conversation();
        Collection<Participant> participants = entry.participants().values();
        Participant own = entry.participants().get(me);
        long readSeq = entry.readSeqOf(me);
        TimelineEntry last = Timelines.last(entry, pending, me).orElse(null);
        return new ConversationView(
                conversation.id(),
                conversation.kind(),
                conversation.name(),
                conversation.avatarId(),
                conversation.createdAt(),
                conversation.kind() == ConversationKind.DIRECT ? otherOf(participants, me) : null,
                own == null ? Role.MEMBER : own.role(),
                participants.stream()
                        .map(one -> new Member(one.accountId(), one.role(), one.readSeq(), one.deliveredSeq()))
                        .toList(),
                entry.lastSeq(),
                last,
                last == null ? conversation.createdAt() : last.sentAt(),
                readSeq,
                Math.max(entry.lastSeq() - readSeq, 0),
                (int) entry.unreadMentions().stream()
                        .filter(seq -> seq > readSeq)
                        .count(),
                entry.firstUnreadOf(me).orElse(null),
                muted,
                pinned);
    }

    private static @Nullable UUID otherOf(Collection<Participant> participants, UUID me) {
        return participants.stream()
                .map(Participant::accountId)
                .filter(id -> !id.equals(me))
                .findFirst()
                .orElse(null);
    }

    private record Known(ConversationEntry entry, List<OutboxEntry> pending, UUID me, ConversationView view) {
        boolean isOf(ConversationEntry other, List<OutboxEntry> unsent, UUID who, boolean muted, boolean pinned) {
            return entry == other
                    && pending == unsent
                    && me.equals(who)
                    && view.muted() == muted
                    && view.pinned() == pinned;
        }
    }
}
