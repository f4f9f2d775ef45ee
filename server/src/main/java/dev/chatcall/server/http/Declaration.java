package dev.chatcall.server.http;

import dev.chatcall.protocol.error.ErrorCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A route being declared. One of the {@code answers…} methods ends it. Nobody but a signed-in person may use it unless
 * {@link #anyone()} or {@link #administrators()} says so.
 */
public final class Declaration<B> {
    private final Consumer<Route<?, ?>> registry;
    private final Method method;
    private final String path;
    private final String summary;
    private final List<Route.QueryParameter> query = new ArrayList<>();
    private final List<ErrorCode> refusals = new ArrayList<>();
    private Access access = Access.SIGNED_IN;
    private RequestBody body = new RequestBody.None();
    private int status = 200;

    Declaration(Consumer<Route<?, ?>> registry, Method method, String path, String summary) {
        this.registry = registry;
        this.method = method;
        this.path = path;
        this.summary = summary;
    }

    /** Also who is not signed in. */
    public Declaration<B> anyone() {
        access = Access.ANYONE;
        return this;
    }

    public Declaration<B> administrators() {
        access = Access.ADMINISTRATOR;
        return this;
    }

    /** Names an optional parameter after the question mark. */
    public Declaration<B> query(String name, String description) {
        query.add(new Route.QueryParameter(name, description));
        return this;
    }

    /** The error codes that this route's own rules can answer. */
    public Declaration<B> refuses(ErrorCode... codes) {
        refusals.addAll(Arrays.asList(codes));
        return this;
    }

    /** The status of the answer, where it is neither 200 nor 204. */
    public Declaration<B> status(int value) {
        status = value;
        return this;
    }

    /** Takes a record as JSON. */
    public <T> Declaration<T> body(Class<T> type) {
        return taking(new RequestBody.Json(type));
    }

    /** Takes at most so many bytes as they come. */
    public Declaration<byte[]> bytes(int max) {
        return taking(new RequestBody.Bytes(max));
    }

    public <A> void answers(Class<A> type, Handler<B, ? extends A> handler) {
        register(new Answer.One(type), status, handler);
    }

    public <A> void answersList(Class<A> type, Handler<B, ? extends List<A>> handler) {
        register(new Answer.ListOf(type), status, handler);
    }

    /** Answers with something that is not JSON. */
    public void answersContent(String mediaType, Handler<B, Content> handler) {
        register(new Answer.Raw(mediaType), status, handler);
    }

    /** Answers 204. */
    public void answersNothing(Action<B> action) {
        register(new Answer.Nothing(), 204, call -> {
            action.run(call);
            return NoBody.NONE;
        });
    }

    private <A> void register(Answer answer, int answerStatus, Handler<B, A> handler) {
        registry.accept(new Route<>(
                method,
                path,
                summary,
                access,
                List.copyOf(query),
                body,
                answer,
                answerStatus,
                List.copyOf(refusals),
                handler));
    }

    private <T> Declaration<T> taking(RequestBody taken) {
        Declaration<T> declaration = new Declaration<>(registry, method, path, summary);
        declaration.query.addAll(query);
        declaration.refusals.addAll(refusals);
        declaration.access = access;
        declaration.status = status;
        declaration.body = taken;
        return declaration;
    }
}
