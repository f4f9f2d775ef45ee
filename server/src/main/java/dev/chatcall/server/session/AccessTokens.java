package dev.chatcall.server.session;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.http.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Signs and reads access tokens: short-lived JWTs that say who asks without a look into the database. */
public final class AccessTokens {
    /** How long one is good for. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    private static final String ISSUER = "chatcall";
    private static final String SESSION = "sid";
    private static final String ADMINISTRATOR = "adm";

    private final Clock clock;
    private final Algorithm algorithm;
    private final JWTVerifier verifier;

    /** @param key 32 random bytes, the same for every server of an installation */
    public AccessTokens(byte[] key, Clock clock) {
        this.clock = clock;
        this.algorithm = Algorithm.HMAC256(key);
        this.verifier = ((JWTVerifier.BaseVerification) JWT.require(algorithm)
                        .withIssuer(ISSUER)
                        .withClaimPresence(SESSION)
                        .withClaimPresence("exp"))
                .build(clock);
    }

    /** @param token signed, for the Authorization header or the cookie */
    public record Issued(String token, Instant expiresAt) {
        /** Says nothing of the token. */
        @Override
        public String toString() {
            return "Issued[expiresAt=" + expiresAt + "]";
        }
    }

    public Issued issue(Caller caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(LIFE);
        String token = JWT.create()
                .withIssuer(ISSUER)
                .withSubject(caller.accountId().toString())
                .withClaim(SESSION, caller.sessionId().toString())
                .withClaim(ADMINISTRATOR, caller.administrator())
                .withIssuedAt(now)
                .withExpiresAt(expiresAt)
                .sign(algorithm);
        return new Issued(token, expiresAt);
    }

    /** @throws ServiceException with {@code auth.required} when it is not one of ours or has expired */
    public Caller read(String token) {
        try {
            DecodedJWT decoded = verifier.verify(token);
            return new Caller(
                    UUID.fromString(decoded.getSubject()),
                    UUID.fromString(decoded.getClaim(SESSION).asString()),
                    Boolean.TRUE.equals(decoded.getClaim(ADMINISTRATOR).asBoolean()));
        } catch (JWTVerificationException | IllegalArgumentException invalid) {
            throw new ServiceException(ErrorCode.AUTH_REQUIRED, "The access token is not valid or has expired");
        }
    }
}
