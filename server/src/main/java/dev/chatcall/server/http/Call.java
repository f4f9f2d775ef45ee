package dev.chatcall.server.http;

import dev.chatcall.protocol.InvalidFieldException;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request that its route lets in, with its body read. */
public final class Call<B> {
    private final Context context;
    private final Visitor visitor;
    private final @Nullable Caller caller;
    private final B body;

    Call(Context context, Visitor visitor, @Nullable Caller caller, B body) {
        this.context = context;
        this.visitor = visitor;
        this.caller = caller;
        this.body = body;
    }

    /** Who asks. Only of routes that ask for somebody signed in. */
    public Caller caller() {
        if (caller == null) {
            throw new IllegalStateException("A route for anyone has no caller");
        }
        return caller;
    }

    public B body() {
        return body;
    }

    /**
     * An id in the path.
     *
     * @throws ServiceException with {@code not_found} when it is no id: nothing can be there
     */
    public UUID pathId(String name) {
        String text = context.pathParam(name);
        UUID id = id(text);
        if (id == null) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "There is nothing at this address");
        }
        return id;
    }

    /**
     * A parameter after the question mark, or null.
     *
     * @throws InvalidFieldException when it is not percent-encoded
     */
    public @Nullable String query(String name) {
        String query = context.queryString();
        if (query == null) {
            return null;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals >= 0 && name.equals(pair.substring(0, equals))) {
                return decoded(name, pair.substring(equals + 1));
            }
        }
        return null;
    }

    /**
     * A whole number after the question mark, or null.
     *
     * @throws InvalidFieldException when it is something else
     */
    public @Nullable Long queryNumber(String name) {
        String text = query(name);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw new InvalidFieldException(ErrorCode.REQUEST_INVALID, name, "is not a whole number");
        }
    }

    /**
     * An id after the question mark, or null.
     *
     * @throws InvalidFieldException when it is something else
     */
    public @Nullable UUID queryId(String name) {
        String text = query(name);
        if (text == null) {
            return null;
        }
        UUID id = id(text);
        if (id == null) {
            throw new InvalidFieldException(ErrorCode.REQUEST_INVALID, name, "is not an id");
        }
        return id;
    }

    /** The address at the other end, behind the trusted proxies. */
    public String clientAddress() {
        return visitor.address(context.req());
    }

    public @Nullable String cookie(String name) {
        return Visitor.cookie(context.req(), name);
    }

    public @Nullable String header(String name) {
        return context.header(name);
    }

    public void setCookie(Cookie cookie) {
        context.res().addHeader("Set-Cookie", cookie.header(visitor.secure(context.req())));
    }

    /** Answers with another status than the declared one. */
    public void status(int status) {
        context.status(status);
    }

    /** Whether the request comes from this machine itself and not through a proxy. */
    boolean isLocal() {
        return isLoopback(context.req().getRemoteAddr())
                && context.header("X-Forwarded-For") == null
                && context.header("Forwarded") == null;
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.")
                || address.equals("::1")
                || address.equals("[::1]")
                || address.equals("0:0:0:0:0:0:0:1")
                || address.equals("[0:0:0:0:0:0:0:1]");
    }

    private static String decoded(String name, String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException undecodable) {
            throw new InvalidFieldException(ErrorCode.REQUEST_INVALID, name, "cannot be decoded");
        }
    }

    private static @Nullable UUID id(String text) {
        if (text.length() != 36) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
