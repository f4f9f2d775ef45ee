package dev.chatcall.desktop.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.check.Check.Problem;
import dev.chatcall.protocol.call.IceServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class IceCheckTest {
    private static final int MESSAGE_INTEGRITY = 8;
    private final IceCheck check = new IceCheck(Executors.newVirtualThreadPerTaskExecutor());

    private Finding ask(boolean relay, IceServer... servers) {
        return check.check(List.of(servers), relay).join();
    }

    private static IceServer stun(String... urls) {
        return new IceServer(List.of(urls), null, null);
    }

    private static StunMessage mapped(StunMessage request) {
        return StunServer.success(request).with(StunMessage.XOR_MAPPED_ADDRESS, StunServer.MAPPED);
    }

    @Test
    void tellsTheAddressThatAStunServerSees() throws IOException {
        try (StunServer server = new StunServer(IceCheckTest::mapped)) {
            assertThat(ask(false, stun("stun:127.0.0.1:" + server.udpPort()))).isEqualTo(Finding.passed("9.0.0.0"));
        }
    }

    @Test
    void asksAgainWhereADatagramWasLost() throws IOException {
        boolean[] lost = new boolean[1];
        try (StunServer server = new StunServer(request -> {
            boolean first = !lost[0];
            lost[0] = true;
            return first ? null : mapped(request);
        })) {
            assertThat(ask(false, stun("stun:127.0.0.1:" + server.udpPort())).state())
                    .isEqualTo(Check.State.PASSED);
            assertThat(server.asked).hasSize(2);
        }
    }

    @Test
    void oneThatAnswersIsEnough() throws IOException {
        try (StunServer server = new StunServer(IceCheckTest::mapped)) {
            assertThat(ask(false, stun("nonsense", "stun:127.0.0.1:" + server.udpPort()), stun("stun:[::1"))
                            .state())
                    .isEqualTo(Check.State.PASSED);
        }
    }

    @Test
    void nobodyThereIsUnreachable() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(ask(false, stun("stun:127.0.0.1:" + free))).isEqualTo(Finding.failed(Problem.STUN_UNREACHABLE));
        assertThat(ask(true, stun("turn:127.0.0.1:" + free + "?transport=tcp")))
                .isEqualTo(Finding.failed(Problem.TURN_UNREACHABLE));
    }

    /** A relay that gives addresses to those who know a password. */
    private static StunMessage relay(StunMessage request, String username) {
        if (!request.attributes().containsKey(MESSAGE_INTEGRITY)) {
            return StunServer.error(request, 401)
                    .with(StunMessage.REALM, "harbour")
                    .with(StunMessage.NONCE, "once");
        }
        boolean known = request.text(StunMessage.USERNAME).equals(username)
                && request.text(StunMessage.NONCE).equals("once");
        return known
                ? StunServer.success(request).with(StunMessage.XOR_RELAYED_ADDRESS, StunServer.MAPPED)
                : StunServer.error(request, 401);
    }

    @Test
    void getsARelayedAddressWithItsCredentialsAndLetsItGo() throws Exception {
        try (StunServer server = new StunServer(request -> relay(request, "mira"))) {
            Finding found = ask(
                    true,
                    new IceServer(List.of("turn:127.0.0.1:" + server.tcpPort() + "?transport=tcp"), "mira", "word"));
            assertThat(found).isEqualTo(Finding.passed("9.0.0.0"));
            assertThat(server.asked.stream().map(StunMessage::type))
                    .containsExactly(StunMessage.ALLOCATE, StunMessage.ALLOCATE, StunMessage.REFRESH);
            StunMessage signed = server.asked.get(1);
            byte[] key = MessageDigest.getInstance("MD5").digest("mira:harbour:word".getBytes(StandardCharsets.UTF_8));
            assertThat(signature(signed)).isEqualTo(signature(again(signed, key)));
        }
    }

    private static StunMessage again(StunMessage signed, byte[] key) throws IOException {
        StunMessage bare = new StunMessage(signed.type(), signed.id(), java.util.Map.of())
                .with(StunMessage.REQUESTED_TRANSPORT, signed.attributes().get(StunMessage.REQUESTED_TRANSPORT))
                .with(StunMessage.USERNAME, signed.text(StunMessage.USERNAME))
                .with(StunMessage.REALM, signed.text(StunMessage.REALM))
                .with(StunMessage.NONCE, signed.text(StunMessage.NONCE));
        byte[] bytes = bare.bytes(key);
        return StunMessage.read(bytes, bytes.length);
    }

    private static String signature(StunMessage message) {
        return HexFormat.of().formatHex(message.attributes().get(MESSAGE_INTEGRITY));
    }

    @Test
    void credentialsThatAreRefusedAreToldApart() throws IOException {
        try (StunServer server = new StunServer(request -> relay(request, "somebody else"))) {
            Finding found = ask(true, new IceServer(List.of("turn:127.0.0.1:" + server.udpPort()), "mira", "word"));
            assertThat(found).isEqualTo(Finding.failed(Problem.TURN_REFUSED));
        }
    }

    /** RFC 5769, section 2.1: the sample request, whose signature others made. */
    @Test
    void signsAsOthersDo() throws IOException {
        byte[] sample = HexFormat.of()
                .parseHex("000100582112a442b7e7a701bc34d686fa87dfae"
                        + "802200105354554e207465737420636c69656e74"
                        + "002400046e0001ff80290008932ff9b151263b36"
                        + "00060009" + "6576746a3a68367659202020"
                        + "00080014" + "9aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2"
                        + "80280004" + "e57a3bcf");
        StunMessage read = StunMessage.read(sample, sample.length);
        assertThat(read.text(StunMessage.USERNAME)).isEqualTo("evtj:h6vY");
        assertThat(HexFormat.of().formatHex(read.attributes().get(MESSAGE_INTEGRITY)))
                .startsWith("9aeaa70c");
    }
}
