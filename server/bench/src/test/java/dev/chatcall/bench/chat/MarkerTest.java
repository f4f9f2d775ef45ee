package dev.chatcall.bench.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MarkerTest {
    private final Marker seq = new Marker("\"seq\":");

    @Test
    void findsItsTextWhereverItStands() {
        assertThat(numberIn("{\"id\":1,\"seq\":42}")).isEqualTo(42);
        assertThat(numberIn("{\"seq\":7,\"id\":1}")).isEqualTo(7);
        assertThat(numberIn("{\"id\":1,\"change\":12345,\"seq\":9}")).isEqualTo(9);
        assertThat(numberIn("{\"seq\":")).isEqualTo(-1);
        assertThat(numberIn("{\"id\":1}")).isEqualTo(-1);
    }

    @Test
    void staysWithinItsPart() {
        byte[] bytes = "\"seq\":1 and \"seq\":23".getBytes(StandardCharsets.US_ASCII);

        assertThat(seq.after(bytes, 1, 17)).isEqualTo(-1);
        assertThat(seq.after(bytes, 1, bytes.length)).isEqualTo(18);
        assertThat(Marker.number(bytes, 18, 19)).isEqualTo(2);
    }

    private long numberIn(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return Marker.number(bytes, seq.after(bytes, 0, bytes.length), bytes.length);
    }
}
