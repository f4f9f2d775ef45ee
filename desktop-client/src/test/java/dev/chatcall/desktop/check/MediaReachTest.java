package dev.chatcall.desktop.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.check.Check.Problem;
import dev.chatcall.desktop.json.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MediaReachTest {
    private static final String SECRET = "{\"usernameFragment\":\"room\",\"password\":\"secret\",\"iceLite\":true}";

    private final MediaReach reach = new MediaReach(Json.mapper());

    private static String candidates(int udp, int tcp) {
        return """
                [{"foundation":"udp","priority":1,"ip":"127.0.0.1","address":"127.0.0.1","port":%d,"protocol":"udp","type":"host"},
                 {"foundation":"tcp","priority":1,"ip":"127.0.0.1","port":%d,"protocol":"tcp","type":"host","tcpType":"passive"}]
                """.formatted(udp, tcp);
    }

    @Test
    void triesTheOneWayOrTheOther() throws IOException {
        try (StunServer server = new StunServer(StunServer::success)) {
            String all = candidates(server.udpPort(), server.tcpPort());
            assertThat(reach.find(SECRET, all, false).state()).isEqualTo(Check.State.PASSED);
            assertThat(reach.find(SECRET, all, true).state()).isEqualTo(Check.State.PASSED);
            assertThat(server.asked)
                    .allSatisfy(asked ->
                            assertThat(asked.text(StunMessage.USERNAME)).isEqualTo("room:check"))
                    .hasSize(2);
        }
    }

    @Test
    void whatIsRefusedOrNotOfferedDoesNotGetThrough() throws IOException {
        try (StunServer server = new StunServer(request -> StunServer.error(request, 401))) {
            String all = candidates(server.udpPort(), server.tcpPort());
            assertThat(reach.find(SECRET, all, false)).isEqualTo(Finding.failed(Problem.UDP_BLOCKED));
            assertThat(reach.find(SECRET, "[]", true)).isEqualTo(Finding.failed(Problem.TCP_BLOCKED));
        }
    }
}
