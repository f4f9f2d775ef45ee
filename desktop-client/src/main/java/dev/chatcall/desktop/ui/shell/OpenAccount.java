package dev.chatcall.desktop.ui.shell;

import dev.chatcall.desktop.client.ChatClient;

/**
 * A client, and what is to be closed with it.
 *
 * @param kept what it keeps on disk
 */
public record OpenAccount(ChatClient client, AutoCloseable kept) {}
