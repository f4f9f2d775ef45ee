package dev.chatcall.server.session;

import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.account.Register;
import dev.chatcall.protocol.account.RegistrationMode;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.id.Ids;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets people in: anybody, whoever is invited, or nobody; and whoever comes first, who administers the server. */
public final class Registration {
    private final RegistrationMode mode;
    private final CredentialStore store;
    private final PasswordHasher hasher;
    private final SessionService sessions;
    private final Clock clock;
    private final Ids ids;

    public Registration(
            RegistrationMode mode,
            CredentialStore store,
            PasswordHasher hasher,
            SessionService sessions,
            Clock clock,
            Ids ids) {
        this.mode = mode;
        this.store = store;
        this.hasher = hasher;
        this.sessions = sessions;
        this.clock = clock;
        this.ids = ids;
    }

    public RegistrationMode mode() {
        return mode;
    }

    /** Whether nobody has registered yet. */
    public boolean empty() {
        return store.empty();
    }

    /**
     * Makes an account and signs it in.
     *
     * @throws ServiceException when registration is not open to them or a name is taken
     */
    public OpenedSession register(Register request) {
        CredentialStore.Admission admission = admission(request.invitation());
        if (admission instanceof CredentialStore.Admission.Nobody && !store.empty()) {
            throw closed();
        }
        UUID accountId = ids.next();
        String displayName = request.displayName();
        CredentialStore.NewAccount account = new CredentialStore.NewAccount(
                accountId,
                request.username(),
                request.email(),
                hasher.hash(request.password()),
                displayName == null || displayName.isBlank() ? request.username() : displayName.strip(),
                clock.instant());
        boolean administrator = store.register(account, admission);
        Person person = new Person(accountId, account.username(), account.displayName(), "", null);
        return sessions.open(person, administrator, request.deviceName());
    }

    private CredentialStore.Admission admission(@Nullable String invitation) {
        return switch (mode) {
            case OPEN -> new CredentialStore.Admission.Anybody();
            case CLOSED -> new CredentialStore.Admission.Nobody();
            case INVITATION ->
                new CredentialStore.Admission.Invited(new Secret(invitation == null ? "" : invitation).hash());
        };
    }

    private static ServiceException closed() {
        return new ServiceException(ErrorCode.ACCOUNT_REGISTRATION_CLOSED, "Nobody may register here");
    }
}
