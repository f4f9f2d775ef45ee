package dev.chatcall.desktop.http;

import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.protocol.error.ErrorCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** As {@link Requester}, for somebody signed in: an access token that ran out is renewed once, then it asks again. */
public final class SignedInRequester {
    private final Requester requester;
    private final AccessRenewal access;
    private final Executor loop;

    public SignedInRequester(Requester requester, AccessRenewal access, Executor loop) {
        this.requester = requester;
        this.access = access;
        this.loop = loop;
    }

    Requester requester() {
        return requester;
    }

    <T> CompletableFuture<T> ask(Question<T> question) {
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(access::token, loop)
                .thenCompose(token -> token)
                .thenCompose(token -> ask(question, token));
        return Answers.on(loop, answer);
    }

    private <T> CompletableFuture<T> ask(Question<T> question, String token) {
        return requester
                .ask(question, token)
                .exceptionallyCompose(thrown -> {
                    ApiException failure = Answers.failureOf(thrown);
                    if (failure.code().equals(ErrorCode.AUTH_SESSION_ENDED.code())) {
                        access.over();
                    }
                    return failure.code().equals(ErrorCode.AUTH_REQUIRED.code())
                            ? access.renew(token).thenCompose(renewed -> requester.ask(question, renewed))
                            : CompletableFuture.failedFuture(failure);
                })
                .thenApply(Dated::value);
    }
}
