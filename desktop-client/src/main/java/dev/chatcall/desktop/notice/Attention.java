package dev.chatcall.desktop.notice;

/**
 * Where the person's eyes are.
 *
 * @param inFront the window is in front
 * @param shown the conversation is on screen in it
 */
public record Attention(boolean inFront, boolean shown) {}
