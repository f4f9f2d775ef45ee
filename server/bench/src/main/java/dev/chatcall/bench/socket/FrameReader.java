package dev.chatcall.bench.socket;

import java.net.ProtocolException;
import java.util.Arrays;

/**
 * Takes a server's bytes as they come and hands out whole messages (RFC 6455). A frame that is wholly in one read is
 * handed out where it lies, without a copy.
 */
final class FrameReader {
    /** Bytes of a message at most; the greatest that a server sends is a synchronised conversation. */
    static final int MESSAGE_MAX = 16 * 1024 * 1024;

    private static final byte[] NOTHING = {};

    /** Takes what was read. */
    interface Sink {
        void text(byte[] bytes, int from, int to);

        /** @param opcode {@link Opcode#CLOSE}, {@link Opcode#PING} or {@link Opcode#PONG} */
        void control(int opcode, byte[] bytes, int from, int to);
    }

    private final Sink sink;
    /** The beginning of a frame whose end has not come. */
    private byte[] begun = NOTHING;
    /** What came of a message in several frames. */
    private byte[] fragments = NOTHING;

    private boolean fragmented;

    FrameReader(Sink sink) {
        this.sink = sink;
    }

    /** @throws ProtocolException when this is not what a server may send; the connection is of no use then */
    void feed(byte[] bytes, int from, int to) throws ProtocolException {
        if (begun.length == 0) {
            int read = read(bytes, from, to);
            begun = read == to ? NOTHING : Arrays.copyOfRange(bytes, read, to);
            return;
        }
        byte[] all = joined(begun, bytes, from, to);
        int read = read(all, 0, all.length);
        begun = read == all.length ? NOTHING : Arrays.copyOfRange(all, read, all.length);
    }

    /** Reads whole frames and returns where the first begins that is not whole. */
    private int read(byte[] bytes, int from, int to) throws ProtocolException {
        int at = from;
        while (to - at >= 2) {
            int head = headLength(bytes[at + 1]);
            if (to - at < head) {
                return at;
            }
            long length = payloadLength(bytes, at, head);
            if (length > MESSAGE_MAX) {
                throw new ProtocolException("a frame of " + length + " bytes");
            }
            if (to - at - head < length) {
                return at;
            }
            int end = at + head + (int) length;
            frame(bytes[at], bytes, at + head, end);
            at = end;
        }
        return at;
    }

    private static int headLength(byte second) throws ProtocolException {
        if (second < 0) {
            throw new ProtocolException("a masked frame from the server");
        }
        return switch (second) {
            case 126 -> 4;
            case 127 -> 10;
            default -> 2;
        };
    }

    private static long payloadLength(byte[] bytes, int at, int head) {
        if (head == 2) {
            return bytes[at + 1];
        }
        long length = 0;
        for (int i = at + 2; i < at + head; i++) {
            length = length << 8 | bytes[i] & 0xFF;
        }
        return length < 0 ? Long.MAX_VALUE : length;
    }

    private void frame(byte first, byte[] bytes, int from, int to) throws ProtocolException {
        if ((first & 0x70) != 0) {
            throw new ProtocolException("a frame with reserved bits");
        }
        boolean last = (first & 0x80) != 0;
        int opcode = first & 0x0F;
        switch (opcode) {
            case Opcode.CLOSE, Opcode.PING, Opcode.PONG -> sink.control(opcode, bytes, from, to);
            case Opcode.TEXT -> text(last, bytes, from, to);
            case Opcode.CONTINUATION -> continued(last, bytes, from, to);
            default -> throw new ProtocolException("a frame with opcode " + opcode);
        }
    }

    private void text(boolean last, byte[] bytes, int from, int to) throws ProtocolException {
        if (fragmented) {
            throw new ProtocolException("a new message inside another");
        }
        if (last) {
            sink.text(bytes, from, to);
            return;
        }
        fragmented = true;
        fragments = Arrays.copyOfRange(bytes, from, to);
    }

    private void continued(boolean last, byte[] bytes, int from, int to) throws ProtocolException {
        if (!fragmented) {
            throw new ProtocolException("a continuation of nothing");
        }
        if (fragments.length + to - from > MESSAGE_MAX) {
            throw new ProtocolException("a message of more than " + MESSAGE_MAX + " bytes");
        }
        fragments = joined(fragments, bytes, from, to);
        if (last) {
            byte[] whole = fragments;
            fragmented = false;
            fragments = NOTHING;
            sink.text(whole, 0, whole.length);
        }
    }

    private static byte[] joined(byte[] first, byte[] bytes, int from, int to) {
        byte[] all = Arrays.copyOf(first, first.length + to - from);
        System.arraycopy(bytes, from, all, first.length, to - from);
        return all;
    }
}
