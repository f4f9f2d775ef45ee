package dev.chatcall.desktop.ui.details;

import dev.chatcall.desktop.client.ConversationView;
import javafx.scene.layout.Region;

/** The details of one kind of conversation. */
interface ConversationDetails {
    Region node();

    /** The same conversation, changed. */
    void show(ConversationView conversation);
}
