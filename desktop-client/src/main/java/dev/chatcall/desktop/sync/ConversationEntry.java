package dev.chatcall.desktop.sync;

import dev.chatcall.protocol.conversation.Conversation;
import dev.chatcall.protocol.conversation.Participant;
import dev.chatcall.protocol.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as this client holds it.
 *
 * @param change everything up to this change is in here, without gaps
 * @param participants those who take part now
 * @param unreadMentions the {@code seq} of unread messages that mention oneself, ascending, the newest
 *     {@link #MENTIONS_KEPT} at most
 * @param lastMessage the message with {@code lastSeq}
 * @param ranges the loaded pieces of history
 * @param stale what was loaded before a whole state made it doubtful; shown until it is loaded again
 * @param readAhead how far the person has read on this device; the server may not know yet
 */
public record ConversationEntry(
        Conversation conversation,
        long change,
        long lastSeq,
        Map<UUID, Participant> participants,
        List<Long> unreadMentions,
        @Nullable Message lastMessage,
        List<Range> ranges,
        @Nullable List<Range> stale,
        long readAhead) {

    /** The server tells the same number of mentions in a whole state. */
    public static final int MENTIONS_KEPT = 100;

    public UUID id() {
        return conversation.id();
    }

    /** How far the person has read, by what the server said and by what this device knows already. */
    public long readSeqOf(UUID me) {
        Participant own = participants.get(me);
        return Math.max(own == null ? 0 : own.readSeq(), readAhead);
    }

    /** The first message the person has not read. */
    public Optional<Long> firstUnreadOf(UUID me) {
        long readSeq = readSeqOf(me);
        return readSeq < lastSeq ? Optional.of(readSeq + 1) : Optional.empty();
    }

    /** The loaded piece that is the newest one. */
    public Optional<Range> newestRange() {
        return ranges.isEmpty() ? Optional.empty() : Optional.of(ranges.getLast());
    }

    ConversationEntry withNumbers(long newChange, long newLastSeq) {
        return new ConversationEntry(
                conversation,
                newChange,
                newLastSeq,
                participants,
                unreadMentions,
                lastMessage,
                ranges,
                stale,
                readAhead);
    }

    ConversationEntry withConversation(Conversation told) {
        return new ConversationEntry(
                told, change, lastSeq, participants, unreadMentions, lastMessage, ranges, stale, readAhead);
    }

    ConversationEntry withParticipants(Map<UUID, Participant> told) {
        return new ConversationEntry(
                conversation, change, lastSeq, told, unreadMentions, lastMessage, ranges, stale, readAhead);
    }

    ConversationEntry withUnreadMentions(List<Long> mentions) {
        return new ConversationEntry(
                conversation, change, lastSeq, participants, mentions, lastMessage, ranges, stale, readAhead);
    }

    ConversationEntry withLastMessage(@Nullable Message message) {
        return new ConversationEntry(
                conversation, change, lastSeq, participants, unreadMentions, message, ranges, stale, readAhead);
    }

    public ConversationEntry withRanges(List<Range> loaded) {
        return new ConversationEntry(
                conversation, change, lastSeq, participants, unreadMentions, lastMessage, loaded, stale, readAhead);
    }

    /** Nothing of it is doubtful any more. */
    public ConversationEntry withoutStale() {
        return new ConversationEntry(
                conversation, change, lastSeq, participants, unreadMentions, lastMessage, ranges, null, readAhead);
    }

    public ConversationEntry withReadAhead(long seq) {
        return new ConversationEntry(
                conversation, change, lastSeq, participants, unreadMentions, lastMessage, ranges, stale, seq);
    }
}
