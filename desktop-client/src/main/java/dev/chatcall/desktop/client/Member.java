package dev.chatcall.desktop.client;

import dev.chatcall.protocol.conversation.Role;
import java.util.UUID;

public record Member(UUID accountId, Role role, long readSeq, long deliveredSeq) {}
