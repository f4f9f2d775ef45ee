package dev.chatcall.bench.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UpgradeTest {
    /** The example of RFC 6455, section 1.3. */
    private final Upgrade upgrade = new Upgrade("the sample nonce".getBytes(StandardCharsets.US_ASCII));

    private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

    @Test
    void asksAsTheStandardShows() {
        String request = new String(
                upgrade.request(new InetSocketAddress("127.0.0.1", 8080), "secret"), StandardCharsets.US_ASCII);

        assertThat(request)
                .startsWith("GET /ws HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n")
                .contains("\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n")
                .contains("\r\nAuthorization: Bearer secret\r\n")
                .endsWith("\r\n\r\n");
    }

    @Test
    void findsWhereTheFirstFrameBegins() throws ProtocolException {
        String head = "HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: " + ACCEPT + "\r\n\r\n";
        byte[] bytes = ("..." + head + "frame").getBytes(StandardCharsets.US_ASCII);

        assertThat(upgrade.feed(bytes, 3, 20)).isEqualTo(-1);
        assertThat(upgrade.feed(bytes, 20, bytes.length)).isEqualTo(3 + head.length());
    }

    @Test
    void saysHowTheServerRefused() {
        assertThatThrownBy(() -> feed("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"))
                .hasMessageContaining("401 Unauthorized");
    }

    @Test
    void refusesAnAnswerToAnotherRequest() {
        assertThatThrownBy(() -> feed("HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: other\r\n\r\n"))
                .hasMessageContaining("another request");
    }

    private void feed(String text) throws ProtocolException {
        upgrade.feed(text.getBytes(StandardCharsets.US_ASCII), 0, text.length());
    }
}
