package dev.chatcall.server.http;

import dev.chatcall.protocol.error.ErrorCode;
import java.util.List;

/**
 * One declared route.
 *
 * @param path with its parameters in braces, all of them ids
 * @param summary one line for {@code /docs}
 * @param status of the answer that does not refuse
 * @param refusals the codes of its own; those that every route can answer are not listed
 */
public record Route<B, A>(
        Method method,
        String path,
        String summary,
        Access access,
        List<QueryParameter> query,
        RequestBody body,
        Answer answer,
        int status,
        List<ErrorCode> refusals,
        Handler<B, A> handler) {

    /** One parameter after the question mark; all of them may be left out. */
    public record QueryParameter(String name, String description) {}
}
