package dev.chatcall.server.session;

import dev.chatcall.protocol.account.ResetPassword;
import dev.chatcall.protocol.admin.PasswordResetLink;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.mail.MailUnsentException;
import dev.chatcall.server.mail.Mailer;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Resets forgotten passwords: with a link that is mailed, or one that an administrator hands over. */
public final class PasswordResets {
    private static final Logger log = LoggerFactory.getLogger(PasswordResets.class);
    private static final Duration MAILED_LIFE = Duration.ofHours(1);
    private static final Duration HANDED_LIFE = Duration.ofHours(24);

    private final PasswordResetStore store;
    private final PasswordHasher hasher;
    private final SessionService sessions;
    private final @Nullable Post post;
    private final Clock clock;
    private final SecureRandom random;

    /**
     * How links are mailed.
     *
     * @param publicUrl where browsers find the server: never taken from a request, whose sender could name any host
     * @param background sends, so that how long an answer takes does not tell whether the address is known
     */
    public record Post(Mailer mailer, URI publicUrl, Executor background) {}

    /** @param post null: no mail can be sent */
    public PasswordResets(
            PasswordResetStore store,
            PasswordHasher hasher,
            SessionService sessions,
            @Nullable Post post,
            Clock clock,
            SecureRandom random) {
        this.store = store;
        this.hasher = hasher;
        this.sessions = sessions;
        this.post = post;
        this.clock = clock;
        this.random = random;
    }

    /** Whether a link can be mailed. */
    public boolean byMail() {
        return post != null;
    }

    /**
     * Mails a link if somebody registered with this address, and does not tell whether.
     *
     * @throws ServiceException with {@code account.mail_unavailable} when the server has no way to send mail
     */
    public void mail(String email) {
        Post way = post;
        if (way == null) {
            throw new ServiceException(ErrorCode.ACCOUNT_MAIL_UNAVAILABLE, "This server cannot send mail");
        }
        way.background().execute(() -> store.recipient(email.strip()).ifPresent(recipient -> mail(recipient, way)));
    }

    /**
     * A link for an administrator to hand over.
     *
     * @throws ServiceException with {@code not_found} when there is no such account
     */
    public PasswordResetLink link(UUID accountId) {
        Secret token = Secret.random(random);
        Instant now = clock.instant();
        Instant expiresAt = now.plus(HANDED_LIFE);
        if (!store.add(accountId, token.hash(), now, expiresAt)) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "There is no such account");
        }
        return new PasswordResetLink(path(token), expiresAt.toEpochMilli());
    }

    /** @throws ServiceException with {@code account.reset_invalid} when the token is not good, or no longer */
    public void reset(ResetPassword request) {
        byte[] token = new Secret(request.token()).hash();
        if (!store.usable(token, clock.instant())) {
            throw invalid();
        }
        String passwordHash = hasher.hash(request.newPassword());
        sessions.publishEnded(store.use(token, passwordHash, clock.instant()).orElseThrow(PasswordResets::invalid));
    }

    private void mail(PasswordResetStore.Recipient recipient, Post way) {
        Secret token = Secret.random(random);
        Instant now = clock.instant();
        store.add(recipient.accountId(), token.hash(), now, now.plus(MAILED_LIFE));
        String text = """
                Hello %s,

                somebody, hopefully you, asked to reset your ChatCall password. To choose a new one, open:

                %s

                The link works once, within an hour. If it was not you, ignore this mail: nothing has changed.
                """.formatted(recipient.username(), way.publicUrl().resolve(path(token)));
        try {
            way.mailer().send(new Mailer.Mail(recipient.email(), "Reset your ChatCall password", text));
        } catch (MailUnsentException unsent) {
            log.warn("A mail for resetting the password of account {} was not sent", recipient.accountId(), unsent);
        }
    }

    private static String path(Secret token) {
        return "/reset?token=" + token.text();
    }

    private static ServiceException invalid() {
        return new ServiceException(ErrorCode.ACCOUNT_RESET_INVALID, "The link was used, has expired or is wrong");
    }
}
