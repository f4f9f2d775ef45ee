package dev.chatcall.desktop.ui.shell;

import javafx.scene.Node;

/** The menu of the accounts of this device. */
public interface AccountSwitch {
    /** @param at what it opens beside */
    void open(Node at);
}
