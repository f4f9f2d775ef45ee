package dev.chatcall.desktop.sync;

import dev.chatcall.protocol.conversation.Conversation;
import dev.chatcall.protocol.conversation.ConversationState;
import dev.chatcall.protocol.conversation.Participant;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessageBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one conversation changes: pure functions on its entry. */
public final class EntryChange {
    /** A conversation nobody looks at keeps no more than this growing at its end; one on screen may grow to twice. */
    private static final int GROWN_MAX = 2 * Ranges.RANGE_MAX;

    private EntryChange() {}

    /**
     * The entry that a whole state makes.
     *
     * @param held what was known before
     */
    static Optional<ConversationEntry> ofWhole(ConversationState state, @Nullable ConversationEntry held, UUID me) {
        Conversation conversation =
                state.conversation() != null || held == null ? state.conversation() : held.conversation();
        if (conversation == null) {
            return Optional.empty();
        }
        Map<UUID, Participant> participants =
                Pointers.movedBySending(Pointers.replaced(Map.of(), state.participants()), state.messages());
        ConversationEntry entry = new ConversationEntry(
                conversation,
                state.change(),
                state.lastSeq(),
                participants,
                state.unreadMentions(),
                newest(state.messages(), null),
                Ranges.insert(List.of(), state.messages()),
                held == null ? null : doubtful(held),
                held == null ? 0 : held.readAhead());
        return Optional.of(withoutReadMentions(entry, me));
    }

    private static @Nullable List<Range> doubtful(ConversationEntry held) {
        List<Range> loadedBefore = held.stale() == null ? held.ranges() : held.stale();
        return loadedBefore.stream().anyMatch(range -> range.size() > 1) ? loadedBefore : null;
    }

    /** The entry after what changed since {@code state.since} was told. */
    static ConversationEntry after(ConversationEntry entry, ConversationState state, UUID me) {
        // Pointers that were moved by messages must not fall back to what a participant's row said.
        Map<UUID, Participant> participants = Pointers.movedBySending(
                Pointers.replaced(entry.participants(), state.participants()), state.messages());
        ConversationEntry next = withMessages(entry.withParticipants(participants), state.messages(), me);
        if (state.conversation() != null) {
            next = next.withConversation(state.conversation());
        }
        return withoutReadMentions(next.withNumbers(state.change(), Math.max(next.lastSeq(), state.lastSeq())), me);
    }

    /** The entry after one frame that carries the change right after the entry's own. */
    static ConversationEntry afterChange(ConversationEntry entry, ChangeFrame frame, UUID me) {
        ConversationEntry next = switch (frame) {
            case ChangeFrame.Said said -> said(entry, said.messages(), me);
            case ChangeFrame.Moved moved ->
                entry.withParticipants(Pointers.forward(entry.participants(), moved.pointers()));
            case ChangeFrame.Details details ->
                said(
                        entry.withConversation(details.frame().conversation())
                                .withParticipants(Pointers.replaced(
                                        entry.participants(), details.frame().participants())),
                        details.messages(),
                        me);
        };
        return withoutReadMentions(next.withNumbers(frame.change(), next.lastSeq()), me);
    }

    /** Whether a message mentions this person, who did not write it. */
    public static boolean mentions(Message message, UUID me) {
        return !message.senderId().equals(me)
                && message.body() instanceof MessageBody.Text text
                && text.mentions().contains(me);
    }

    private static ConversationEntry said(ConversationEntry entry, List<Message> messages, UUID me) {
        return withMessages(
                entry.withParticipants(Pointers.movedBySending(entry.participants(), messages)), messages, me);
    }

    private static ConversationEntry withMessages(ConversationEntry entry, List<Message> messages, UUID me) {
        List<Message> fresh = messages.stream()
                .filter(message -> message.seq() > entry.lastSeq())
                .toList();
        List<Long> mentions = new ArrayList<>(entry.unreadMentions());
        fresh.stream().filter(message -> mentions(message, me)).forEach(message -> mentions.add(message.seq()));
        long lastSeq = fresh.stream().mapToLong(Message::seq).reduce(entry.lastSeq(), Math::max);
        return entry.withNumbers(entry.change(), lastSeq)
                .withLastMessage(newest(messages, entry.lastMessage()))
                .withUnreadMentions(List.copyOf(mentions))
                .withRanges(grown(entry, messages, fresh));
    }

    /** What comes joins the newest range where nothing is missing in between, and makes one of its own where it is. */
    private static List<Range> grown(ConversationEntry entry, List<Message> messages, List<Message> fresh) {
        List<Range> next = Ranges.insert(Ranges.replace(entry.ranges(), messages), fresh);
        return !next.isEmpty() && next.getLast().size() > GROWN_MAX
                ? Ranges.trim(next, next.getLast(), Ranges.Keep.NEWEST)
                : next;
    }

    private static ConversationEntry withoutReadMentions(ConversationEntry entry, UUID me) {
        Participant own = entry.participants().get(me);
        long readSeq = own == null ? 0 : own.readSeq();
        List<Long> held = entry.unreadMentions();
        if (held.isEmpty() || (held.getFirst() > readSeq && held.size() <= ConversationEntry.MENTIONS_KEPT)) {
            return entry;
        }
        List<Long> left = held.stream().filter(seq -> seq > readSeq).toList();
        return entry.withUnreadMentions(
                left.subList(Math.max(0, left.size() - ConversationEntry.MENTIONS_KEPT), left.size()));
    }

    private static @Nullable Message newest(List<Message> messages, @Nullable Message held) {
        Message last = held;
        for (Message message : messages) {
            boolean newer = last == null
                    || message.seq() > last.seq()
                    || (message.seq() == last.seq() && message.change() > last.change());
            last = newer ? message : last;
        }
        return last;
    }
}
