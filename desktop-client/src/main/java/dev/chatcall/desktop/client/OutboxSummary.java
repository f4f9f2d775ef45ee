package dev.chatcall.desktop.client;

/**
 * The outbox as a whole.
 *
 * @param unsent messages that no server has yet; signing out would lose them
 * @param durable false where the disk keeps nothing: unsent messages are lost with the program
 */
public record OutboxSummary(int unsent, int failed, boolean durable) {}
