package dev.chatcall.bench.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
    private final List<String> seen = new ArrayList<>();
    private final FrameReader reader = new FrameReader(new FrameReader.Sink() {
        @Override
        public void text(byte[] bytes, int from, int to) {
            seen.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }

        @Override
        public void control(int opcode, byte[] bytes, int from, int to) {
            seen.add(opcode + ":" + new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
    });

    @Test
    void readsSeveralFramesOfOneRead() throws ProtocolException {
        feed(joined(frame(0x81, "one"), frame(0x81, "two"), frame(0x81, "")));

        assertThat(seen).containsExactly("one", "two", "");
    }

    @Test
    void readsFramesThatComeByteByByte() throws ProtocolException {
        String longer = "x".repeat(126);
        String longest = "y".repeat(70_000);
        for (byte each : joined(frame(0x81, "short"), frame(0x81, longer), frame(0x81, longest))) {
            feed(new byte[] {each});
        }

        assertThat(seen).containsExactly("short", longer, longest);
    }

    @Test
    void readsOnlyItsPartOfABuffer() throws ProtocolException {
        byte[] frame = frame(0x81, "inside");
        byte[] buffer = joined(new byte[] {1, 2, 3}, frame, new byte[] {4, 5});
        reader.feed(buffer, 3, 3 + frame.length);

        assertThat(seen).containsExactly("inside");
    }

    @Test
    void joinsFragmentsWithAPingBetweenThem() throws ProtocolException {
        feed(joined(frame(0x01, "hel"), frame(0x89, "?"), frame(0x00, "l"), frame(0x80, "o"), frame(0x81, "next")));

        assertThat(seen).containsExactly(Opcode.PING + ":?", "hello", "next");
    }

    @Test
    void handsOutCloseFrames() throws ProtocolException {
        feed(frame(0x88, "bye"));

        assertThat(seen).containsExactly(Opcode.CLOSE + ":bye");
    }

    @Test
    void refusesWhatAServerMayNotSend() {
        assertThatThrownBy(() -> feed(new byte[] {(byte) 0x81, (byte) 0x80, 0, 0, 0, 0}))
                .hasMessageContaining("masked");
        assertThatThrownBy(() -> feed(frame(0xC1, "compressed"))).hasMessageContaining("reserved");
        assertThatThrownBy(() -> feed(frame(0x80, "of nothing"))).hasMessageContaining("continuation");
        assertThatThrownBy(() -> feed(frame(0x82, "binary"))).hasMessageContaining("opcode 2");
        assertThatThrownBy(() -> feed(joined(frame(0x01, "begun"), frame(0x81, "another"))))
                .hasMessageContaining("inside");
        assertThatThrownBy(() -> feed(new byte[] {(byte) 0x81, 127, -1, 0, 0, 0, 0, 0, 0, 0}))
                .hasMessageContaining("a frame of");
    }

    private void feed(byte[] bytes) throws ProtocolException {
        reader.feed(bytes, 0, bytes.length);
    }

    /** A server's frame, as RFC 6455 wants it. */
    private static byte[] frame(int first, String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        byte[] head;
        if (payload.length < 126) {
            head = new byte[] {(byte) first, (byte) payload.length};
        } else if (payload.length < 65_536) {
            head = new byte[] {(byte) first, 126, (byte) (payload.length >> 8), (byte) payload.length};
        } else {
            head = new byte[] {
                (byte) first,
                127,
                0,
                0,
                0,
                0,
                0,
                (byte) (payload.length >> 16),
                (byte) (payload.length >> 8),
                (byte) payload.length
            };
        }
        return joined(head, payload);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
