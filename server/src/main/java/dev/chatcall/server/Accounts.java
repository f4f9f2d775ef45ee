package dev.chatcall.server;

import dev.chatcall.server.mail.SmtpMailer;
import dev.chatcall.server.session.AccessTokens;
import dev.chatcall.server.session.CredentialStore;
import dev.chatcall.server.session.Invitations;
import dev.chatcall.server.session.JooqCredentialStore;
import dev.chatcall.server.session.JooqInvitationStore;
import dev.chatcall.server.session.JooqPasswordResetStore;
import dev.chatcall.server.session.JooqSessionStore;
import dev.chatcall.server.session.PasswordHasher;
import dev.chatcall.server.session.PasswordResets;
import dev.chatcall.server.session.PasswordService;
import dev.chatcall.server.session.Registration;
import dev.chatcall.server.session.SessionService;
import java.net.URI;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** How people get in: registration, passwords, sessions, invitations. */
record Accounts(
        SessionService sessions,
        Registration registration,
        PasswordService passwords,
        PasswordResets resets,
        Invitations invitations) {

    static Accounts open(Foundations base, Opened opened) {
        DSLContext dsl = base.database().dsl();
        Configuration configuration = base.configuration();
        CredentialStore credentials = new JooqCredentialStore(dsl);
        PasswordHasher hasher = opened.add(
                new PasswordHasher(configuration.passwordCost(), PasswordHasher.threadsHere(), base.random()));
        SessionService sessions = new SessionService(
                new JooqSessionStore(dsl),
                new AccessTokens(base.signingKey(), base.clock()),
                base.bus(),
                base.clock(),
                base.ids(),
                base.random());
        return new Accounts(
                sessions,
                new Registration(configuration.registration(), credentials, hasher, sessions, base.clock(), base.ids()),
                new PasswordService(credentials, hasher, sessions, base.clock()),
                new PasswordResets(
                        new JooqPasswordResetStore(dsl), hasher, sessions, post(base), base.clock(), base.random()),
                new Invitations(new JooqInvitationStore(dsl), base.clock(), base.ids(), base.random()));
    }

    /** Mail needs a server, a sender and the address that its links lead to. */
    private static PasswordResets.@Nullable Post post(Foundations base) {
        Configuration configuration = base.configuration();
        URI smtp = configuration.smtpUrl();
        if (smtp == null) {
            return null;
        }
        if (configuration.mailFrom() == null || configuration.publicUrl() == null) {
            throw new StartFailure("CHATCALL_SMTP_URL needs CHATCALL_MAIL_FROM and CHATCALL_PUBLIC_URL beside it.");
        }
        try {
            SmtpMailer mailer = new SmtpMailer(smtp, configuration.mailFrom(), base.clock());
            return new PasswordResets.Post(mailer, configuration.publicUrl(), base.blocking());
        } catch (IllegalArgumentException e) {
            throw new StartFailure("CHATCALL_SMTP_URL or CHATCALL_MAIL_FROM makes no sense: " + e.getMessage() + ".");
        }
    }
}
