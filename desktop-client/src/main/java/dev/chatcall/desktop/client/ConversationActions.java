package dev.chatcall.desktop.client;

import dev.chatcall.protocol.conversation.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

public interface ConversationActions {
    /** The id of the one conversation with a contact, made where there is none. */
    CompletableFuture<UUID> openDirect(UUID accountId);

    CompletableFuture<UUID> createGroup(String name, List<UUID> accountIds);

    CompletableFuture<Void> rename(UUID id, String name);

    /** The bytes of a picture file (PNG, JPEG), square; empty to take the picture away. */
    CompletableFuture<Void> setPicture(UUID id, Optional<byte[]> picture);

    CompletableFuture<Void> addMembers(UUID id, List<UUID> accountIds);

    CompletableFuture<Void> removeMember(UUID id, UUID accountId);

    CompletableFuture<Void> changeRole(UUID id, UUID accountId, Role role);

    CompletableFuture<Void> leave(UUID id);

    CompletableFuture<Void> setPreferences(UUID id, boolean muted, boolean pinned);
}
