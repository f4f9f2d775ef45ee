package dev.chatcall.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.call.IceServer;
import dev.chatcall.server.session.TestClock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IceServersTest {
    private static final UUID ANNA = UUID.randomUUID();
    private static final List<String> STUN = List.of("stun:stun.example.org:3478");
    private static final List<String> TURN =
            List.of("turn:turn.example.org:3478?transport=udp", "turns:turn.example.org:5349?transport=tcp");

    private final TestClock clock = new TestClock();

    /** Worked out with {@code printf '1700000000:alice' | openssl dgst -sha1 -hmac secret -binary | base64}. */
    @Test
    void theCredentialIsWhatTurnServersWorkOut() {
        assertThat(IceServers.credential("secret", "1700000000:alice")).isEqualTo("d8soP47RbdIKLDUOpnJPVQyq5Ts=");
    }

    @Test
    void turnIsHandedOutForAnHour() {
        List<IceServer> servers = new IceServers(STUN, TURN, "a secret", clock).of(ANNA);

        assertThat(servers.getFirst()).isEqualTo(new IceServer(STUN, null, null));
        String username = (clock.instant().getEpochSecond() + 3_600) + ":" + ANNA;
        assertThat(servers.getLast())
                .isEqualTo(new IceServer(TURN, username, IceServers.credential("a secret", username)));
        assertThat(servers.toString()).doesNotContain("a secret");
    }

    @Test
    void withoutAnyThereIsNone() {
        assertThat(new IceServers(List.of(), List.of(), null, clock).of(ANNA)).isEmpty();
    }
}
