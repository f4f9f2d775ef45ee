package dev.chatcall.server.http;

/** Does what a call asks for and answers nothing. Runs on a virtual thread: it may block. */
@FunctionalInterface
public interface Action<B> {

    /** @throws dev.chatcall.server.error.ServiceException to refuse */
    void run(Call<B> call) throws Exception;
}
