package dev.chatcall.desktop.ui.list;

import dev.chatcall.desktop.client.Delivery;
import org.jspecify.annotations.Nullable;

/** The line below a conversation's name. */
public sealed interface Preview {
    String text();

    /** Somebody is typing there. */
    record Typing(String text) implements Preview {}

    /** What one began to write. @param label stands before it */
    record Draft(String label, String text) implements Preview {}

    /** The last message. @param delivery how far it has come, where it is one's own */
    record Words(@Nullable Delivery delivery, String text) implements Preview {}

    /** What the server wrote, or that there is nothing yet. */
    record Quiet(String text) implements Preview {}
}
