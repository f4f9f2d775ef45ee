package dev.chatcall.desktop.ui.conversation.markdown;

/** Somebody whom a message mentions: what they are called, and whether that is oneself. */
public record Mentioned(String name, boolean me) {}
