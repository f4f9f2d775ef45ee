package dev.chatcall.server.admin;

import dev.chatcall.protocol.admin.CreateInvitation;
import dev.chatcall.protocol.admin.Invitation;
import dev.chatcall.protocol.admin.PasswordResetLink;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.http.Api;
import dev.chatcall.server.http.Routes;
import dev.chatcall.server.session.Invitations;
import dev.chatcall.server.session.PasswordResets;

/** Inviting people, and helping those who forgot their password. */
public final class AdminRoutes implements Routes {
    private final Invitations invitations;
    private final PasswordResets resets;

    public AdminRoutes(Invitations invitations, PasswordResets resets) {
        this.invitations = invitations;
        this.resets = resets;
    }

    @Override
    public void declare(Api api) {
        api.get("/api/admin/invitations", "Invitations that were not revoked, the newest first")
                .administrators()
                .answersList(Invitation.class, call -> invitations.list());
        api.post("/api/admin/invitations", "Invite people; only this answer holds the link")
                .administrators()
                .body(CreateInvitation.class)
                .status(201)
                .answers(
                        Invitation.class,
                        call -> invitations.create(call.caller().accountId(), call.body()));
        api.delete("/api/admin/invitations/{invitationId}", "Revoke an invitation")
                .administrators()
                .refuses(ErrorCode.NOT_FOUND)
                .answersNothing(call -> invitations.revoke(call.pathId("invitationId")));
        api.post("/api/admin/people/{accountId}/password-reset", "A link with which somebody sets a new password")
                .administrators()
                .refuses(ErrorCode.NOT_FOUND)
                .answers(PasswordResetLink.class, call -> resets.link(call.pathId("accountId")));
    }
}
