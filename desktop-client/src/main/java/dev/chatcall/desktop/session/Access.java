package dev.chatcall.desktop.session;

import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.desktop.http.AccessRenewal;
import dev.chatcall.desktop.http.Answers;
import dev.chatcall.desktop.http.Dated;
import dev.chatcall.desktop.http.OpenApi;
import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.session.TokenKeeper.KeptToken;
import dev.chatcall.protocol.account.SignedIn;
import dev.chatcall.protocol.account.SignedIn.Tokens;
import dev.chatcall.protocol.error.ErrorCode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the access token fresh, in memory; the refresh token is kept on the device. A refresh token is good for one use,
 * so one renewal runs at a time, and whoever asks meanwhile waits for that one. On the loop.
 */
public final class Access implements AccessRenewal {
    /** Renewed this long before its end, so that a reconnect never meets a dead token. */
    private static final long AHEAD_MS = 60_000;
    /** At most so often, whatever the clocks say. */
    private static final long SELDOM_MS = 30_000;

    private final OpenApi api;
    private final TokenKeeper keeper;
    private final Loop loop;
    private final Runnable ended;
    private CompletableFuture<?> keeping = CompletableFuture.completedFuture(null);
    private @Nullable CompletableFuture<String> renewal;
    private @Nullable Held held;
    private @Nullable KeptToken kept;
    private Subscription timer = () -> {};
    /** Grows when somebody signs in or out, so that a renewal of before changes nothing any more. */
    private int turn;

    /** @param ended called when the session turns out to be over */
    public Access(OpenApi api, TokenKeeper keeper, Loop loop, Runnable ended) {
        this.api = api;
        this.keeper = keeper;
        this.loop = loop;
        this.ended = ended;
    }

    /** Reads what is kept of an earlier run; done on the loop. Never fails. */
    CompletableFuture<Optional<KeptToken>> recall() {
        return Answers.on(
                        loop,
                        CompletableFuture.supplyAsync(keeper::read, loop.background())
                                .exceptionally(_ -> Optional.empty()))
                .thenApply(read -> {
                    kept = read.orElse(null);
                    return read;
                });
    }

    /** Takes note of tokens that the server just gave. Done, on the loop, when they are kept. */
    CompletableFuture<Void> given(Dated<SignedIn> answer) {
        turn++;
        return take(answer);
    }

    private CompletableFuture<Void> take(Dated<SignedIn> answer) {
        SignedIn signedIn = answer.value();
        Tokens tokens = signedIn.tokens();
        if (tokens == null) {
            return CompletableFuture.failedFuture(new ApiException(ApiException.UNEXPECTED));
        }
        long now = loop.now();
        long serverNow = answer.date() == null ? now : answer.date();
        // By this device's clock, which may differ from the server's.
        held = new Held(tokens.accessToken(), now + signedIn.accessExpiresAt() - serverNow);
        KeptToken token = new KeptToken(signedIn.person().id(), tokens.refreshToken());
        kept = token;
        return keep(() -> keeper.write(token));
    }

    /** Nobody is signed in any more. */
    CompletableFuture<Void> forget() {
        turn++;
        timer.close();
        held = null;
        kept = null;
        return keep(keeper::clear);
    }

    @Override
    public CompletableFuture<String> token() {
        Held now = held;
        return now != null && now.until() > loop.now()
                ? CompletableFuture.completedFuture(now.token())
                : renew(now == null ? null : now.token());
    }

    @Override
    public CompletableFuture<String> renew(@Nullable String used) {
        if (renewal != null) {
            return renewal;
        }
        Held now = held;
        if (now != null && !now.token().equals(used) && now.until() > loop.now()) {
            return CompletableFuture.completedFuture(now.token());
        }
        KeptToken token = kept;
        if (token == null) {
            return CompletableFuture.failedFuture(new ApiException(ErrorCode.AUTH_REQUIRED.code()));
        }
        CompletableFuture<String> running = new CompletableFuture<>();
        renewal = running;
        int mine = turn;
        api.refresh(token.refreshToken())
                .thenCompose(answer -> mine == turn ? take(answer) : outdated())
                .whenComplete((_, failure) -> renewed(running, mine, failure));
        return running;
    }

    private void renewed(CompletableFuture<String> running, int mine, @Nullable Throwable failure) {
        renewal = null;
        Held now = held;
        if (failure == null && now != null) {
            running.complete(now.token());
            return;
        }
        ApiException reason =
                failure == null ? new ApiException(ErrorCode.AUTH_REQUIRED.code()) : Answers.failureOf(failure);
        if (mine == turn && Answers.isAuth(reason)) {
            ended.run();
        }
        running.completeExceptionally(reason);
    }

    private static CompletableFuture<Void> outdated() {
        return CompletableFuture.failedFuture(new ApiException(ErrorCode.AUTH_REQUIRED.code()));
    }

    @Override
    public void over() {
        ended.run();
    }

    /** Renews ahead of time from now on. */
    void keepFresh() {
        timer.close();
        long left = (held == null ? 0 : held.until()) - AHEAD_MS - loop.now();
        timer = loop.after(Duration.ofMillis(Math.max(left, SELDOM_MS)), this::renewAhead);
    }

    /** Stops renewing by itself. */
    void rest() {
        timer.close();
    }

    private void renewAhead() {
        Held now = held;
        if (now != null && now.until() > loop.now() + AHEAD_MS) {
            keepFresh();
            return;
        }
        int mine = turn;
        renew(now == null ? null : now.token()).whenComplete((_, failure) -> {
            // Out of reach: what asks next renews. Ended: said already.
            if (mine == turn && (failure == null || !Answers.isAuth(Answers.failureOf(failure)))) {
                keepFresh();
            }
        });
    }

    /** One after the other, whatever became of the one before. */
    private CompletableFuture<Void> keep(Runnable change) {
        CompletableFuture<Void> done = keeping.handleAsync(
                (_, _) -> {
                    change.run();
                    return null;
                },
                loop.background());
        keeping = done;
        return Answers.on(loop, done.exceptionally(_ -> null));
    }

    /** @param until when it ends, by this device's clock */
    private record Held(String token, long until) {}
}
