package dev.chatcall.desktop.ui.conversation.list;

/** What a list must know of its rows. */
public interface RowKind<R> {
    /** Tells a row from all others, and stays while what it shows changes. */
    Object key(R row);

    /** A first guess of its height in pixels. */
    double estimate(R row);

    /** Whether the row stays where it is in the order: what one reads is kept in place by such rows. */
    boolean steady(R row);
}
