package dev.chatcall.desktop.ui.list;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.ui.people.Entry;

/** One line of what a search found. */
sealed interface Found {
    /** Tells it apart from the others. */
    Object key();

    record Chat(ConversationView conversation) implements Found {
        @Override
        public Object key() {
            return conversation.id();
        }
    }

    /** A heading or a person. */
    record Other(Entry entry) implements Found {
        @Override
        public Object key() {
            return entry.key();
        }
    }
}
