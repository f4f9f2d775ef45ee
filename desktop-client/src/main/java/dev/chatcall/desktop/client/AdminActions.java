package dev.chatcall.desktop.client;

import dev.chatcall.protocol.admin.Invitation;
import dev.chatcall.protocol.admin.PasswordResetLink;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

public interface AdminActions {
    CompletableFuture<List<Invitation>> invitations();

    /** @param days until it ends */
    CompletableFuture<Invitation> createInvitation(String note, int maxUses, int days);

    CompletableFuture<Void> revokeInvitation(UUID id);

    CompletableFuture<PasswordResetLink> passwordResetLink(UUID accountId);
}
