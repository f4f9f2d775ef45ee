package dev.chatcall.desktop.http;

import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param path of the server, beginning with {@code /api/}
 * @param body what is sent, or nothing
 * @param bearer the access token, where somebody is signed in
 */
public record HttpAsk(
        String method,
        String path,
        @Nullable Body body,
        @Nullable String bearer) {

    /** @param type the media type */
    public record Body(String type, byte[] bytes) {}

    /** Says nothing of the body and the token. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
