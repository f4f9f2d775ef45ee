package dev.chatcall.bench.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameWriterTest {

    /** The masked example of RFC 6455, section 5.7. */
    @Test
    void masksAsTheStandardShows() {
        ByteBuffer out = ByteBuffer.allocate(64);
        byte[] hello = "Hello".getBytes(StandardCharsets.US_ASCII);
        FrameWriter.write(out, Opcode.TEXT, 0x37fa213d, hello, hello.length);

        assertThat(Arrays.copyOf(out.array(), out.position()))
                .containsExactly(0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58);
    }

    @Test
    void leavesThePayloadAsItIsUnderKeyZero() {
        ByteBuffer out = ByteBuffer.allocate(64);
        FrameWriter.write(out, Opcode.TEXT, 0, new byte[] {1, 2, 3, 4}, 3);

        assertThat(Arrays.copyOf(out.array(), out.position())).containsExactly(0x81, 0x83, 0, 0, 0, 0, 1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 125, 126, 65_535, 65_536})
    void saysTheLengthInTheFewestBytes(int length) {
        ByteBuffer out = ByteBuffer.allocate(length + FrameWriter.HEAD_MAX);
        FrameWriter.write(out, Opcode.TEXT, 0x01020304, new byte[length], length);

        int head = length < 126 ? 6 : length < 65_536 ? 8 : 14;
        assertThat(out.position()).isEqualTo(head + length);
        assertThat(out.get(1)).isEqualTo((byte) (0x80 | (length < 126 ? length : length < 65_536 ? 126 : 127)));
    }
}
