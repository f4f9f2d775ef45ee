package dev.chatcall.protocol.conversation;

import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.message.Message;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as one person sees it: whole, or what changed since.
 *
 * @param since null: forget what you hold of it, this is the whole state; otherwise what changed after that number
 * @param change the conversation's change number at which this was read; the cursor to come back with
 * @param lastSeq the newest message's number, 0 when there is none. Unread is {@code lastSeq} − own {@code readSeq}
 * @param conversation null when it did not change since
 * @param participants all who are active (whole), or those who changed (since)
 * @param messages the last message (whole), or those that came or changed (since), ascending
 * @param unreadMentions the {@code seq} of unread messages that mention the reader, ascending, at most the newest 100;
 *     meaningful in a whole state only
 * @param people the profiles of the participants in this state
 */
public record ConversationState(
        UUID conversationId,
        @Nullable Long since,
        long change,
        long lastSeq,
        @Nullable Conversation conversation,
        List<Participant> participants,
        List<Message> messages,
        List<Long> unreadMentions,
        List<Person> people) {}
