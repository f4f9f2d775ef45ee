package dev.chatcall.desktop.observable;

/** What was begun, and how to stop it. Stopping twice does nothing. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
