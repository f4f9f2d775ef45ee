package dev.chatcall.desktop.http;

/** Which piece of history: the messages before, after or around a {@code seq}. */
public sealed interface PageOf {
    String query();

    record Before(long seq) implements PageOf {
        @Override
        public String query() {
            return "before=" + seq;
        }
    }

    record After(long seq) implements PageOf {
        @Override
        public String query() {
            return "after=" + seq;
        }
    }

    record Around(long seq) implements PageOf {
        @Override
        public String query() {
            return "around=" + seq;
        }
    }
}
