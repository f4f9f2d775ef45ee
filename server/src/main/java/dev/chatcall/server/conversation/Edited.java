package dev.chatcall.server.conversation;

import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.conversation.Conversation;
import dev.chatcall.protocol.conversation.Participant;
import dev.chatcall.protocol.message.Message;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A stored {@link GroupEdit}: what members are told.
 *
 * @param people the profiles of who joined
 * @param left who is gone
 */
record Edited(
        Conversation conversation,
        Message message,
        List<Participant> participants,
        List<Person> people,
        Set<UUID> joined,
        Set<UUID> left) {}
