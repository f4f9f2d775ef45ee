package dev.chatcall.protocol.conversation;

import java.util.UUID;

/** How far a participant is now; pointers only ever move forward. */
public record ReadPointer(UUID accountId, long readSeq, long deliveredSeq) {}
