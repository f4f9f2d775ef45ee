package dev.chatcall.server.http;

import java.time.Duration;

/**
 * A cookie to set: HttpOnly, SameSite=Strict, and Secure where the browser came over https.
 *
 * @param path the only part of the server that gets it back
 * @param life how long the browser keeps it; zero takes it away
 */
public record Cookie(String name, String value, String path, Duration life) {
    /** The name of the cookie that carries the access token. */
    public static final String ACCESS = "chatcall_access";

    String header(boolean secure) {
        return name + "=" + value + "; Path=" + path + "; Max-Age=" + life.toSeconds() + "; HttpOnly; SameSite=Strict"
                + (secure ? "; Secure" : "");
    }
}
