package dev.chatcall.desktop.sync;

import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.conversation.ReadPointer;
import dev.chatcall.protocol.message.Message;
import java.util.List;
import java.util.UUID;

/** A frame that is one numbered change of one conversation. */
public sealed interface ChangeFrame {
    UUID conversationId();

    long change();

    List<Message> messages();

    record Said(Message message) implements ChangeFrame {
        @Override
        public UUID conversationId() {
            return message.conversationId();
        }

        @Override
        public long change() {
            return message.change();
        }

        @Override
        public List<Message> messages() {
            return List.of(message);
        }
    }

    record Moved(UUID conversationId, long change, List<ReadPointer> pointers) implements ChangeFrame {
        @Override
        public List<Message> messages() {
            return List.of();
        }
    }

    record Details(ServerMessage.ConversationChanged frame) implements ChangeFrame {
        @Override
        public UUID conversationId() {
            return frame.conversationId();
        }

        @Override
        public long change() {
            return frame.change();
        }

        @Override
        public List<Message> messages() {
            return List.of(frame.message());
        }
    }
}
