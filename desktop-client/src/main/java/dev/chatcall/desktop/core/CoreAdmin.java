package dev.chatcall.desktop.core;

import dev.chatcall.desktop.client.AdminActions;
import dev.chatcall.desktop.http.Api;
import dev.chatcall.protocol.admin.CreateInvitation;
import dev.chatcall.protocol.admin.Invitation;
import dev.chatcall.protocol.admin.PasswordResetLink;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What only an administrator asks for. */
record CoreAdmin(OnLoop loop, Api api) implements AdminActions {

    @Override
    public CompletableFuture<List<Invitation>> invitations() {
        return loop.ask(api::invitations);
    }

    @Override
    public CompletableFuture<Invitation> createInvitation(String note, int maxUses, int days) {
        return loop.ask(() -> api.createInvitation(new CreateInvitation(note, maxUses, days)));
    }

    @Override
    public CompletableFuture<Void> revokeInvitation(UUID id) {
        return loop.act(() -> api.revokeInvitation(id));
    }

    @Override
    public CompletableFuture<PasswordResetLink> passwordResetLink(UUID accountId) {
        return loop.ask(() -> api.passwordResetLink(accountId));
    }
}
