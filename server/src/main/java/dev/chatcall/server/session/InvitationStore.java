package dev.chatcall.server.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps invitations to register. */
public interface InvitationStore {

    record Row(UUID id, String note, int maxUses, int uses, Instant createdAt, Instant expiresAt) {}

    void add(Row invitation, byte[] tokenHash, UUID createdBy);

    /** Those not revoked, the newest first; also those used up or expired. */
    List<Row> list();

    /** Returns false when there is none, or it was revoked before. */
    boolean revoke(UUID id, Instant now);
}
