package dev.chatcall.desktop.client;

/** Numbers for the window and the tray; muted conversations count nothing. */
public record Badge(long unread, int mentions) {}
