package dev.chatcall.desktop.ui.calls;

import dev.chatcall.protocol.call.CallSummary;

/** One line of the list of past calls. */
sealed interface PastCall {
    /** Tells it apart from the others. */
    Object key();

    record Made(CallSummary call) implements PastCall {
        @Override
        public Object key() {
            return call.id();
        }
    }

    /** The way to older ones. */
    record Earlier(boolean loading) implements PastCall {
        @Override
        public Object key() {
            return "earlier";
        }
    }

    /** Older ones could not be loaded. */
    record Failed(String text) implements PastCall {
        @Override
        public Object key() {
            return "failed";
        }
    }
}
