package dev.chatcall.server.http;

import java.util.ArrayList;
import java.util.List;

/**
 * All routes of the server, each declared once: the HTTP server serves them, {@code /openapi.json} and {@code /docs}
 * describe them, and the tests ask each of them as everybody who must be refused.
 *
 * <pre>{@code
 * api.post("/api/contacts/requests", "Ask somebody to be a contact")
 *         .body(RequestContact.class)
 *         .refuses(ErrorCode.CONTACT_SELF)
 *         .answers(Contact.class, call -> contacts.request(call.caller().accountId(), call.body().accountId()));
 * }</pre>
 */
public final class Api {
    private final List<Route<?, ?>> routes = new ArrayList<>();

    public Declaration<NoBody> get(String path, String summary) {
        return declare(Method.GET, path, summary);
    }

    public Declaration<NoBody> post(String path, String summary) {
        return declare(Method.POST, path, summary);
    }

    public Declaration<NoBody> put(String path, String summary) {
        return declare(Method.PUT, path, summary);
    }

    public Declaration<NoBody> patch(String path, String summary) {
        return declare(Method.PATCH, path, summary);
    }

    public Declaration<NoBody> delete(String path, String summary) {
        return declare(Method.DELETE, path, summary);
    }

    /** Every route declared so far, in that order. */
    public List<Route<?, ?>> routes() {
        return List.copyOf(routes);
    }

    private Declaration<NoBody> declare(Method method, String path, String summary) {
        return new Declaration<>(this::register, method, path, summary);
    }

    private void register(Route<?, ?> route) {
        for (Route<?, ?> other : routes) {
            if (other.method() == route.method() && other.path().equals(route.path())) {
                throw new IllegalStateException(route.method() + " " + route.path() + " is declared twice");
            }
        }
        routes.add(route);
    }
}
