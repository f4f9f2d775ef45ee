package dev.chatcall.desktop.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatcall.desktop.http.HttpAnswer;
import dev.chatcall.desktop.http.OpenApi;
import dev.chatcall.desktop.http.Requester;
import dev.chatcall.desktop.json.Json;
import dev.chatcall.desktop.session.TokenKeeper.KeptToken;
import dev.chatcall.desktop.testing.FakeLoop;
import dev.chatcall.desktop.testing.MemoryTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final UUID ME = UUID.randomUUID();
    private static final long QUARTER_MS = Duration.ofMinutes(15).toMillis();

    private final FakeLoop loop = new FakeLoop();
    private final MemoryTokens tokens = new MemoryTokens();
    private final List<String> used = new ArrayList<>();
    private int ended;
    private int status = 200;
    private CompletableFuture<Void> network = CompletableFuture.completedFuture(null);
    private final Access access = new Access(
            new OpenApi(new Requester(
                    ask -> {
                        used.add(new String(ask.body().bytes(), StandardCharsets.UTF_8));
                        int number = used.size();
                        return network.thenApply(_ -> answer(number));
                    },
                    Json.mapper(),
                    loop)),
            tokens,
            loop,
            () -> ended++);

    @BeforeEach
    void startWithAKeptToken() {
        tokens.write(new KeptToken(ME, "kept"));
        access.recall();
        loop.runReady();
    }

    private HttpAnswer answer(int number) {
        String body = status == 200
                ? """
                {"sessionId":"%s","accessExpiresAt":%d,
                 "person":{"id":"%s","username":"a","displayName":"A","statusMessage":"","avatarId":null},
                 "tokens":{"accessToken":"access %d","refreshToken":"refresh %d"}}
                """.formatted(UUID.randomUUID(), loop.now() + QUARTER_MS, ME, number, number)
                : "{\"code\":\"auth.session_ended\"}";
        return new HttpAnswer(status, body.getBytes(StandardCharsets.UTF_8), loop.now());
    }

    @Test
    void whoeverAsksAtOnceWaitsForOneRenewal() {
        CompletableFuture<String> one = access.token();
        CompletableFuture<String> other = access.renew(null);
        loop.runReady();
        assertEquals("access 1", one.join());
        assertEquals("access 1", other.join());
        assertEquals(List.of("{\"refreshToken\":\"kept\"}"), used);
    }

    @Test
    void theNewTokenIsKeptBeforeItIsUsed() {
        CompletableFuture<String> token = access.token();
        loop.runReady();
        assertTrue(token.isDone());
        assertEquals("refresh 1", tokens.read().orElseThrow().refreshToken());
        loop.pass(Duration.ofMinutes(16));
        access.token();
        loop.runReady();
        assertEquals("{\"refreshToken\":\"refresh 1\"}", used.getLast());
    }

    @Test
    void aTokenThatIsGoodIsNotRenewed() {
        access.token();
        loop.runReady();
        assertEquals("access 1", access.token().join());
        assertEquals("access 1", access.renew("an older one").join());
        assertEquals(1, used.size());
    }

    @Test
    void itRenewsAMinuteAheadOfTime() {
        access.token();
        loop.runReady();
        access.keepFresh();
        loop.pass(Duration.ofMillis(QUARTER_MS - 60_001));
        assertEquals(1, used.size());
        loop.pass(Duration.ofMillis(2));
        assertEquals(2, used.size());
        access.rest();
        loop.pass(Duration.ofHours(1));
        assertEquals(2, used.size());
    }

    @Test
    void anEndedSessionIsSaidOnceAndFailsWhoAsked() {
        status = 401;
        CompletableFuture<String> token = access.token();
        loop.runReady();
        assertTrue(token.isCompletedExceptionally());
        assertEquals(1, ended);
    }

    @Test
    void outOfReachIsNoEnd() {
        network = CompletableFuture.failedFuture(new IOException("no network"));
        CompletableFuture<String> token = access.token();
        loop.runReady();
        assertTrue(token.isCompletedExceptionally());
        assertEquals(0, ended);
        assertFalse(tokens.read().isEmpty());
        network = CompletableFuture.completedFuture(null);
        CompletableFuture<String> again = access.token();
        loop.runReady();
        assertEquals("access 2", again.join());
    }

    @Test
    void aRenewalFromBeforeSigningOutBringsNobodyBack() {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        network = slow;
        CompletableFuture<String> token = access.token();
        loop.runReady();
        access.forget();
        slow.complete(null);
        loop.runReady();
        assertTrue(token.isCompletedExceptionally());
        assertTrue(tokens.read().isEmpty());
        assertEquals(0, ended);
    }
}
