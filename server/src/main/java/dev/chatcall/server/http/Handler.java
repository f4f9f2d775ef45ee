package dev.chatcall.server.http;

/** Answers a call. Runs on a virtual thread: it may block. */
@FunctionalInterface
public interface Handler<B, A> {

    /** @throws dev.chatcall.server.error.ServiceException to refuse */
    A answer(Call<B> call) throws Exception;
}
