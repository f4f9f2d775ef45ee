package dev.chatcall.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.server.redis.TestRedis;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database, one Redis and one signing key are one: it matters to nobody which one answers. */
class TwoServersTest {
    @TempDir
    static Path folder;

    private static TestRedis redis;
    private static TestServer first;
    private static TestServer second;

    @BeforeAll
    static void start() {
        redis = TestRedis.start();
        first = TestServer.start(usual -> shared(usual, usual.databaseUrl(), redis, folder));
        second = TestServer.start(usual -> shared(usual, first.database().url(), redis, folder));
    }

    @AfterAll
    static void stop() {
        if (second != null) {
            second.close();
        }
        if (first != null) {
            first.close();
        }
        if (redis != null) {
            redis.close();
        }
    }

    /** As one of several servers that are one. */
    static Configuration shared(Configuration usual, String databaseUrl, TestRedis redis, Path folder) {
        return new Configuration(
                usual.host(),
                usual.port(),
                usual.dataFolder(),
                usual.serverName(),
                usual.registration(),
                usual.publicUrl(),
                usual.webRoot(),
                folder.resolve("signing.key"),
                databaseUrl,
                redis.address(),
                usual.smtpUrl(),
                usual.mailFrom(),
                usual.metricsToken(),
                usual.trustedProxies(),
                usual.stunUrls(),
                usual.turnUrls(),
                usual.turnSecret(),
                usual.rateLimits(),
                usual.media(),
                usual.passwordCost());
    }

    @Test
    void whatIsSaidOnOneIsHeardOnTheOther() {
        TestPerson anna = first.register("anna");
        TestPerson ben = first.register("ben");
        first.befriend(anna, ben);
        UUID conversation = anna.direct(ben);

        try (TestSocket hers =
                        TestSocket.open(first.address(), anna.accessToken()).hello();
                TestSocket his =
                        TestSocket.open(second.address(), ben.accessToken()).hello()) {
            hers.await(
                    ServerMessage.PresenceChanged.class,
                    changed -> changed.presences().stream()
                            .anyMatch(presence -> presence.accountId().equals(ben.id()) && presence.online()));

            ServerMessage.MessageAccepted one = hers.say(conversation, "from the first");
            his.await(
                    ServerMessage.NewMessage.class, news -> news.message().id().equals(one.id()));
            ServerMessage.MessageAccepted two = his.say(conversation, "from the second");
            hers.await(
                    ServerMessage.NewMessage.class, news -> news.message().id().equals(two.id()));
            assertThat(List.of(one.seq(), two.seq())).containsExactly(1L, 2L);

            ServerMessage.MessageAccepted three = hers.say(conversation, "from the first again");
            assertThat(three.seq()).isEqualTo(3);
            his.send(new ClientMessage.MarkRead(conversation, 3));
            hers.await(
                    ServerMessage.ReceiptsMoved.class,
                    moved -> moved.pointers().stream()
                            .anyMatch(pointer -> pointer.accountId().equals(ben.id()) && pointer.readSeq() == 3));
            his.send(new ClientMessage.SetTyping(conversation, true));
            hers.await(ServerMessage.TypingChanged.class, ServerMessage.TypingChanged::typing);
        }
    }

    @Test
    void whoIsSignedOutOnOneIsSignedOutOnTheOther() {
        TestPerson cleo = first.register("cleo");

        try (TestSocket socket =
                TestSocket.open(second.address(), cleo.accessToken()).hello()) {
            cleo.ask("DELETE", "/api/session", null).expect(204);
            socket.awaitClose();
        }
        assertThat(TestPerson.ask(second, "GET", "/api/account", null, cleo.accessToken())
                        .status())
                .isEqualTo(401);
    }
}
