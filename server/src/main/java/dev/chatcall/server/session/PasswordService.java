package dev.chatcall.server.session;

import dev.chatcall.protocol.account.ChangePassword;
import dev.chatcall.protocol.account.SignIn;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.http.Caller;
import java.time.Clock;
import java.util.Optional;

/** Checks passwords to sign in, and changes them. */
public final class PasswordService {
    private final CredentialStore store;
    private final PasswordHasher hasher;
    private final SessionService sessions;
    private final Clock clock;

    public PasswordService(CredentialStore store, PasswordHasher hasher, SessionService sessions, Clock clock) {
        this.store = store;
        this.hasher = hasher;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * @throws ServiceException with {@code auth.invalid_credentials}, whether it is the name or the password that is wrong
     */
    public OpenedSession signIn(SignIn request) {
        Optional<CredentialStore.Credentials> found = store.find(request.login().strip());
        String hash = found.map(CredentialStore.Credentials::passwordHash).orElse(null);
        if (!hasher.matches(request.password(), hash)) {
            throw new ServiceException(ErrorCode.AUTH_INVALID_CREDENTIALS, "The name or the password is wrong");
        }
        CredentialStore.Credentials credentials = found.orElseThrow();
        return sessions.open(credentials.person(), credentials.administrator(), request.deviceName());
    }

    /**
     * Changes the caller's password and ends their other sessions.
     *
     * @throws ServiceException with {@code account.wrong_password} when the current one is not what they say
     */
    public void change(Caller caller, ChangePassword request) {
        String hash = store.find(caller.accountId())
                .map(CredentialStore.Credentials::passwordHash)
                .orElse(null);
        if (!hasher.matches(request.currentPassword(), hash)) {
            throw new ServiceException(ErrorCode.ACCOUNT_WRONG_PASSWORD, "The current password is another");
        }
        String next = hasher.hash(request.newPassword());
        sessions.publishEnded(store.setPassword(caller.accountId(), next, caller.sessionId(), clock.instant()));
    }
}
