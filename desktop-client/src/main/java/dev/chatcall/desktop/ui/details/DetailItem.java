package dev.chatcall.desktop.ui.details;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.conversation.Role;

/** One line of a group's details: the members are many, so all of it is one virtualised list. */
sealed interface DetailItem {
    /** Tells it apart from the others. */
    Object key();

    /** Picture, name and options. @param online how many members are */
    record Top(ConversationView conversation, long online) implements DetailItem {
        @Override
        public Object key() {
            return "top";
        }
    }

    /** How many members there are, with a way to add some. */
    record Heading(ConversationView conversation) implements DetailItem {
        @Override
        public Object key() {
            return "heading";
        }
    }

    /** @param mine what oneself is in the group */
    record Someone(Person person, Role role, Role mine, boolean self) implements DetailItem {
        @Override
        public Object key() {
            return person.id();
        }
    }

    /** The way out. */
    record End(ConversationView conversation) implements DetailItem {
        @Override
        public Object key() {
            return "end";
        }
    }
}
