package dev.chatcall.desktop.ui;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where somebody is in the program. */
public sealed interface Place {
    /** The list of conversations, none of them open. */
    record Chats() implements Place {}

    record Conversation(UUID id) implements Place {}

    /** A conversation with what is to be known of it beside it. */
    record Details(UUID id) implements Place {}

    record Contacts() implements Place {}

    record Calls() implements Place {}

    /** @param section such as "profile"; null: none is open yet, which matters only where one pane fits */
    record Settings(@Nullable String section) implements Place {}

    /** Finding out whether calls work from here; part of the settings. */
    record Check() implements Place {}

    /** The conversation that is open there, or null. */
    default @Nullable UUID conversationId() {
        return switch (this) {
            case Conversation(UUID id) -> id;
            case Details(UUID id) -> id;
            case Chats _, Contacts _, Calls _, Settings _, Check _ -> null;
        };
    }
}
