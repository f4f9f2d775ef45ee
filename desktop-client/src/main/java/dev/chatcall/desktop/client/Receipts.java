package dev.chatcall.desktop.client;

import java.util.List;
import java.util.UUID;

/**
 * Who of the others has one message.
 *
 * @param deliveredTo delivered and not read
 * @param pending neither
 */
public record Receipts(List<UUID> readBy, List<UUID> deliveredTo, List<UUID> pending) {}
