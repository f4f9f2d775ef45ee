package dev.chatcall.bench.socket;

import java.nio.ByteBuffer;

/** Writes the frames of a client (RFC 6455), which are masked. */
final class FrameWriter {
    /** Bytes that go before a payload at most. */
    static final int HEAD_MAX = 14;

    private FrameWriter() {}

    /**
     * Writes one whole message.
     *
     * @param mask the masking key. A random one protects proxies on the way from pages that choose what is sent; there is
     *     none here, so the load is sent with key 0, which leaves the payload as it is. The server unmasks it all the same
     */
    static void write(ByteBuffer out, int opcode, int mask, byte[] payload, int length) {
        out.put((byte) (0x80 | opcode));
        if (length < 126) {
            out.put((byte) (0x80 | length));
        } else if (length <= 0xFFFF) {
            out.put((byte) (0x80 | 126)).putShort((short) length);
        } else {
            out.put((byte) (0x80 | 127)).putLong(length);
        }
        out.putInt(mask);
        if (mask == 0) {
            out.put(payload, 0, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            out.put((byte) (payload[i] ^ mask >>> 8 * (3 - i % 4)));
        }
    }
}
