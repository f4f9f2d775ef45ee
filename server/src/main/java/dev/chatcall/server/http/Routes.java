package dev.chatcall.server.http;

/** The routes of one feature. */
public interface Routes {
    void declare(Api api);
}
