package dev.chatcall.protocol.conversation;

import java.util.UUID;

/**
 * A member and how far they are. A message by this person with a higher {@code seq} moves both pointers to it.
 *
 * @param active false once they left or were removed; kept so that a client can forget them
 * @param readSeq read up to here. For oneself the truth; for others what they let be seen (receipts can be off)
 * @param deliveredSeq arrived on one of their devices up to here
 */
public record Participant(UUID accountId, Role role, boolean active, long readSeq, long deliveredSeq) {}
