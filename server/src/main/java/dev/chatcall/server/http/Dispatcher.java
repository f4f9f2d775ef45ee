package dev.chatcall.server.http;

import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The way of every request to its handler: origin, rights, body, handler, answer. */
final class Dispatcher {
    private final Visitor visitor;
    private final Authentication authentication;
    private final Bodies bodies;
    private final JsonMapper json;

    Dispatcher(Visitor visitor, Authentication authentication, JsonMapper json) {
        this.visitor = visitor;
        this.authentication = authentication;
        this.bodies = new Bodies(json);
        this.json = json;
    }

    <B, A> void dispatch(Route<B, A> route, Context context) throws Exception {
        if (route.method().changes()) {
            visitor.requireOwnOrigin(context.req());
        }
        Caller caller = admit(route.access(), context);
        // The declaration ties B to the body's type.
        @SuppressWarnings("unchecked")
        B body = (B) bodies.read(route.body(), context.req());
        context.status(route.status());
        context.header("Cache-Control", "no-store");
        A answer = route.handler().answer(new Call<>(context, visitor, caller, body));
        write(route.answer(), answer, context);
    }

    /**
     * Who opens a WebSocket.
     *
     * @throws ServiceException when they may not
     */
    Caller admitUpgrade(Context context) {
        visitor.requireOwnOrigin(context.req());
        return authenticate(context);
    }

    private @Nullable Caller admit(Access access, Context context) {
        if (access == Access.ANYONE) {
            return null;
        }
        Caller caller = authenticate(context);
        if (access == Access.ADMINISTRATOR && !caller.administrator()) {
            throw new ServiceException(ErrorCode.AUTH_ADMINISTRATOR_REQUIRED, "Only administrators may do this");
        }
        return caller;
    }

    private Caller authenticate(Context context) {
        String token = visitor.token(context.req());
        if (token == null || token.isEmpty()) {
            throw new ServiceException(ErrorCode.AUTH_REQUIRED, "Sign in first");
        }
        return authentication.caller(token);
    }

    private void write(Answer shape, Object answer, Context context) {
        switch (shape) {
            case Answer.Nothing nothing -> {}
            case Answer.One one -> json(answer, context);
            case Answer.ListOf list -> json(answer, context);
            case Answer.Raw raw -> content((Content) answer, context);
        }
    }

    private void json(Object answer, Context context) {
        context.contentType("application/json");
        context.result(json.writeValueAsBytes(answer));
    }

    private static void content(Content content, Context context) {
        context.contentType(content.mediaType());
        context.header("Cache-Control", content.cacheControl());
        context.result(content.bytes());
    }
}
