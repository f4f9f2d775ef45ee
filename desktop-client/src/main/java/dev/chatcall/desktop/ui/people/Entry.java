package dev.chatcall.desktop.ui.people;

import dev.chatcall.protocol.account.Person;

/** One line of a list of people. */
public sealed interface Entry {
    /** Tells it apart from the others of its list. */
    Object key();

    record Heading(String text) implements Entry {
        @Override
        public Object key() {
            return text;
        }
    }

    /** One of one's contacts: a press opens the conversation, a menu removes or blocks. */
    record Known(Person person) implements Entry {
        @Override
        public Object key() {
            return person.id();
        }
    }

    /** A request, one's own or theirs, to be answered or taken back. @param text says whose */
    record Asked(Person person, String text) implements Entry {
        @Override
        public Object key() {
            return person.id();
        }
    }

    /** Anybody else, with the one thing to do next. */
    record Someone(Person person) implements Entry {
        @Override
        public Object key() {
            return person.id();
        }
    }
}
