package dev.chatcall.desktop.sync;

import dev.chatcall.protocol.conversation.Conversation;
import dev.chatcall.protocol.conversation.Participant;
import dev.chatcall.protocol.message.Message;
import java.util.List;

/**
 * One conversation as it is kept.
 *
 * @param change everything up to this change is in here, without gaps
 * @param participants those who take part now
 * @param unreadMentions the {@code seq} of unread messages that mention oneself, ascending
 * @param recent the newest messages, ascending, without gaps; the last one is the conversation's last, or none
 * @param readAhead how far the person has read here; the server may not know yet
 */
public record KeptConversation(
        Conversation conversation,
        long change,
        long lastSeq,
        List<Participant> participants,
        List<Long> unreadMentions,
        List<Message> recent,
        long readAhead) {

    /** So many messages of each conversation are kept. */
    public static final int RECENT_MAX = 60;
}
