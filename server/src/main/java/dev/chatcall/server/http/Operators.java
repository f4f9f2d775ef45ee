package dev.chatcall.server.http;

import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who may look into how the server does: whoever is on its machine, and whoever has the metrics token. */
public final class Operators {
    private static final String BEARER = "bearer ";

    private final @Nullable String token;

    /** @param token null: nobody from elsewhere */
    public Operators(@Nullable String token) {
        this.token = token;
    }

    /** @throws ServiceException {@link ErrorCode#AUTH_REQUIRED} when somebody else asks */
    public void require(Call<?> call) {
        if (!call.isLocal() && !hasToken(call.header("Authorization"))) {
            throw new ServiceException(ErrorCode.AUTH_REQUIRED, "Only this machine, or with the metrics token");
        }
    }

    private boolean hasToken(@Nullable String authorization) {
        if (token == null
                || authorization == null
                || !authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return false;
        }
        byte[] given = authorization.substring(BEARER.length()).trim().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, token.getBytes(StandardCharsets.UTF_8));
    }
}
