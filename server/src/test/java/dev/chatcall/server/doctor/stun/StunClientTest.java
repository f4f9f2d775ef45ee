package dev.chatcall.server.doctor.stun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chatcall.server.doctor.TestTurn;
import dev.chatcall.server.doctor.stun.StunClient.Outcome;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real coturn. */
class StunClientTest {
    private static TestTurn turn;
    private final StunClient client = new StunClient(new Random(7));
    private final String username = Instant.now().plusSeconds(600).getEpochSecond() + ":somebody";

    @BeforeAll
    static void start() {
        turn = TestTurn.start();
    }

    @AfterAll
    static void stop() {
        if (turn != null) {
            turn.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void isSeenFromWhereItIs(String transport) throws IOException {
        assertThat(client.bind(turn(transport)))
                .isInstanceOfSatisfying(
                        Outcome.Reached.class,
                        reached -> assertThat(reached.address()).startsWith("127.0.0.1:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void isGivenAnAddressForTheRightCredential(String transport) throws IOException {
        assertThat(client.allocate(turn(transport), username, turn.credential(username)))
                .isInstanceOfSatisfying(
                        Outcome.Reached.class,
                        reached -> assertThat(reached.address()).startsWith("127.0.0.1:"));
    }

    @Test
    void isRefusedForAnother() throws IOException {
        assertThat(client.allocate(turn("udp"), username, "another")).isEqualTo(new Outcome.Refused(401));
    }

    @Test
    void isRefusedAfterTheCredentialsHour() throws IOException {
        String past = Instant.now().minusSeconds(600).getEpochSecond() + ":somebody";

        assertThat(client.allocate(turn("udp"), past, turn.credential(past))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void noticesThatNobodyAnswers() throws IOException {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            assertThat(client.bind(StunAddress.parse("stun:127.0.0.1:" + silent.getLocalPort())))
                    .isEqualTo(new Outcome.Silent());
        }
    }

    @Test
    void noticesThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThatThrownBy(() -> client.check(
                        new InetSocketAddress("127.0.0.1", port), true, new StunClient.Fragment("name", "password")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void readsTheAddressesOfServers() {
        assertThat(StunAddress.parse("stun:chat.example.org"))
                .isEqualTo(new StunAddress(false, false, false, "chat.example.org", 3478));
        assertThat(StunAddress.parse("turn:chat.example.org:80?transport=tcp"))
                .isEqualTo(new StunAddress(true, true, false, "chat.example.org", 80));
        assertThat(StunAddress.parse("turns:[::1]")).isEqualTo(new StunAddress(true, true, true, "::1", 5349));
        assertThatThrownBy(() -> StunAddress.parse("http://chat.example.org"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static StunAddress turn(String transport) {
        return StunAddress.parse("turn:127.0.0.1:" + turn.port() + "?transport=" + transport);
    }
}
