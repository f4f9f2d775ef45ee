package dev.chatcall.server.http;

/** Knows whose an access token is. */
public interface Authentication {

    /**
     * @throws dev.chatcall.server.error.ServiceException with {@code auth.required} when the token is not one of ours or
     *     has expired (refresh it), {@code auth.session_ended} when its session was signed out
     */
    Caller caller(String accessToken);
}
