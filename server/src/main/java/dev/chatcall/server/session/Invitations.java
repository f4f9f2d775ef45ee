package dev.chatcall.server.session;

import dev.chatcall.protocol.admin.CreateInvitation;
import dev.chatcall.protocol.admin.Invitation;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.id.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invites people to register, with links that are good for some registrations and days. */
public final class Invitations {
    private final InvitationStore store;
    private final Clock clock;
    private final Ids ids;
    private final SecureRandom random;

    public Invitations(InvitationStore store, Clock clock, Ids ids, SecureRandom random) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    /** The only answer that holds the link. */
    public Invitation create(UUID createdBy, CreateInvitation request) {
        Secret token = Secret.random(random);
        Instant now = clock.instant();
        InvitationStore.Row row = new InvitationStore.Row(
                ids.next(), request.note(), request.maxUses(), 0, now, now.plus(Duration.ofDays(request.days())));
        store.add(row, token.hash(), createdBy);
        return invitation(row, "/register?invitation=" + token.text());
    }

    public List<Invitation> list() {
        return store.list().stream().map(row -> invitation(row, null)).toList();
    }

    /** @throws ServiceException with {@code not_found} when there is none, or it was revoked before */
    public void revoke(UUID id) {
        if (!store.revoke(id, clock.instant())) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "There is no such invitation");
        }
    }

    private static Invitation invitation(InvitationStore.Row row, @Nullable String link) {
        return new Invitation(
                row.id(),
                row.note(),
                row.maxUses(),
                row.uses(),
                row.createdAt().toEpochMilli(),
                row.expiresAt().toEpochMilli(),
                link);
    }
}
