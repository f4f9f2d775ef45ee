package dev.chatcall.protocol.admin;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.Require;

/**
 * {@code POST /api/admin/invitations}.
 *
 * @param maxUses 1 to 1,000 registrations
 * @param days 1 to 365 days until it ends
 */
public record CreateInvitation(String note, int maxUses, int days) {
    public CreateInvitation {
        Require.text(note, "note", 0, Limits.NOTE_MAX);
        Require.within(maxUses, "maxUses", 1, 1_000);
        Require.within(days, "days", 1, 365);
    }
}
