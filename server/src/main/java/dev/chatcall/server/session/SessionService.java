package dev.chatcall.server.session;

import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.account.SessionInfo;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.bus.Bus;
import dev.chatcall.server.bus.BusEvent;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.http.Authentication;
import dev.chatcall.server.http.Caller;
import dev.chatcall.server.id.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Opens, refreshes and ends sessions. A session is a family of refresh tokens, each good for one use: one that comes a
 * second time was copied, and ends the session for whoever holds the copies.
 */
public final class SessionService implements Authentication {
    /** How long a session lives without being used. */
    public static final Duration LIFE = Duration.ofDays(30);
    /** Two tabs may refresh at once, and an answer may be lost: for so long a used token is taken again. */
    static final Duration REUSE_GRACE = Duration.ofSeconds(30);

    private final SessionStore store;
    private final AccessTokens accessTokens;
    private final EndedSessions ended;
    private final Bus bus;
    private final Clock clock;
    private final Ids ids;
    private final SecureRandom random;

    public SessionService(
            SessionStore store, AccessTokens accessTokens, Bus bus, Clock clock, Ids ids, SecureRandom random) {
        this.store = store;
        this.accessTokens = accessTokens;
        this.bus = bus;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
        this.ended = new EndedSessions(store.endedSince(clock.instant().minus(AccessTokens.LIFE)), bus, clock);
    }

    @Override
    public Caller caller(String accessToken) {
        Caller caller = accessTokens.read(accessToken);
        if (ended.contains(caller.sessionId())) {
            throw sessionEnded();
        }
        return caller;
    }

    /** Opens a session for somebody whose password was checked. */
    public OpenedSession open(Person person, boolean administrator, String deviceName) {
        Instant now = clock.instant();
        UUID sessionId = ids.next();
        Secret token = Secret.random(random);
        store.open(
                new SessionStore.Session(sessionId, person.id(), deviceName, now, now, now.plus(LIFE)), token.hash());
        return opened(sessionId, person, administrator, token);
    }

    /** @throws ServiceException with {@code auth.session_ended} when the token is none, or was used before */
    public OpenedSession refresh(String refreshToken) {
        Secret next = Secret.random(random);
        byte[] presented = new Secret(refreshToken).hash();
        return switch (store.rotate(presented, next.hash(), clock.instant(), REUSE_GRACE, LIFE)) {
            case SessionStore.Refreshing.Rotated(var sessionId, var person, var administrator) ->
                opened(sessionId, person, administrator, next);
            case SessionStore.Refreshing.Ended() -> throw sessionEnded();
            case SessionStore.Refreshing.Stolen(var sessionId) -> {
                publishEnded(List.of(sessionId));
                throw sessionEnded();
            }
        };
    }

    public List<SessionInfo> list(Caller caller) {
        return store.list(caller.accountId(), clock.instant()).stream()
                .map(session -> new SessionInfo(
                        session.id(),
                        session.deviceName(),
                        session.createdAt().toEpochMilli(),
                        session.lastUsedAt().toEpochMilli(),
                        session.id().equals(caller.sessionId())))
                .toList();
    }

    /** @throws ServiceException with {@code not_found} when the caller has no such session */
    public void end(Caller caller, UUID sessionId) {
        if (!store.end(caller.accountId(), sessionId, clock.instant())) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "There is no such session");
        }
        publishEnded(List.of(sessionId));
    }

    /** Ends the caller's session; nothing happens when it ended a moment ago. */
    public void signOut(Caller caller) {
        if (store.end(caller.accountId(), caller.sessionId(), clock.instant())) {
            publishEnded(List.of(caller.sessionId()));
        }
    }

    /** Ends all of the caller's sessions but the one that asks. */
    public void endOthers(Caller caller) {
        publishEnded(store.endOthers(caller.accountId(), caller.sessionId(), clock.instant()));
    }

    /** Tells everybody of sessions that the database says have ended. */
    void publishEnded(Collection<UUID> sessionIds) {
        sessionIds.forEach(id -> bus.publish(new BusEvent.SessionEnded(id)));
    }

    private OpenedSession opened(UUID sessionId, Person person, boolean administrator, Secret token) {
        AccessTokens.Issued access = accessTokens.issue(new Caller(person.id(), sessionId, administrator));
        return new OpenedSession(sessionId, person, access, token.text());
    }

    private static ServiceException sessionEnded() {
        return new ServiceException(ErrorCode.AUTH_SESSION_ENDED, "The session has ended: sign in again");
    }
}
