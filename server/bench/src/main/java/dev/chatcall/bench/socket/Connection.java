package dev.chatcall.bench.socket;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One WebSocket. Only the loop's thread may use it. */
public final class Connection {
    /** The code for a line that broke without a close frame. */
    public static final int BROKEN = 1006;

    private static final int NORMAL = 1000;

    private final SocketChannel channel;
    private final Listener listener;
    private final Buffers buffers;
    private final FrameReader frames = new FrameReader(new FrameSink());
    private final ArrayDeque<ByteBuffer> unsent = new ArrayDeque<>(0);
    private final byte[] request;
    private @Nullable Upgrade upgrade;
    private @Nullable SelectionKey key;
    private boolean gone;

    /** What all connections of a loop share, since it serves one at a time. */
    static final class Buffers {
        private static final int SIZE = 256 * 1024;
        final ByteBuffer read = ByteBuffer.allocate(SIZE);
        final ByteBuffer write = ByteBuffer.allocateDirect(SIZE);
    }

    Connection(SocketChannel channel, Listener listener, Buffers buffers, Upgrade upgrade, byte[] request) {
        this.channel = channel;
        this.listener = listener;
        this.buffers = buffers;
        this.upgrade = upgrade;
        this.request = request;
    }

    void registered(SelectionKey with) {
        this.key = with;
    }

    /** Sends a text frame at once, or as soon as the socket takes it. Does nothing once the connection is gone. */
    public void send(byte[] payload, int length) {
        frame(Opcode.TEXT, payload, length);
    }

    /** Bytes that the socket did not take yet. */
    public int bytesUnsent() {
        return unsent.stream().mapToInt(ByteBuffer::remaining).sum();
    }

    /** Says good-bye and closes; the listener is not called any more. */
    public void close() {
        frame(Opcode.CLOSE, new byte[] {(byte) (NORMAL >> 8), (byte) NORMAL}, 2);
        gone = true;
        release();
    }

    private void frame(int opcode, byte[] payload, int length) {
        if (gone) {
            return;
        }
        ByteBuffer out = length + FrameWriter.HEAD_MAX <= Buffers.SIZE
                ? buffers.write.clear()
                : ByteBuffer.allocate(length + FrameWriter.HEAD_MAX);
        FrameWriter.write(out, opcode, 0, payload, length);
        write(out.flip());
    }

    private void write(ByteBuffer out) {
        try {
            if (unsent.isEmpty()) {
                channel.write(out);
            }
            if (out.hasRemaining()) {
                ByteBuffer later = ByteBuffer.allocate(out.remaining());
                unsent.add(later.put(out).flip());
                interest(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            }
        } catch (IOException e) {
            broken(e);
        }
    }

    /** @param operations what the selector found possible */
    void ready(int operations) {
        try {
            if ((operations & SelectionKey.OP_CONNECT) != 0) {
                channel.finishConnect();
                interest(SelectionKey.OP_READ);
                write(ByteBuffer.wrap(request));
                return;
            }
            if ((operations & SelectionKey.OP_WRITE) != 0) {
                writeUnsent();
            }
            if ((operations & SelectionKey.OP_READ) != 0) {
                read();
            }
        } catch (IOException e) {
            broken(e);
        }
    }

    private void writeUnsent() throws IOException {
        ByteBuffer next;
        while ((next = unsent.peek()) != null) {
            channel.write(next);
            if (next.hasRemaining()) {
                return;
            }
            unsent.poll();
        }
        interest(SelectionKey.OP_READ);
    }

    private void read() throws IOException {
        ByteBuffer in = buffers.read;
        do {
            in.clear();
            int count = channel.read(in);
            if (count < 0) {
                throw new ProtocolException("the server hung up");
            }
            received(in.array(), 0, count);
        } while (!gone && !in.hasRemaining());
    }

    private void received(byte[] bytes, int from, int to) throws ProtocolException {
        if (upgrade == null) {
            frames.feed(bytes, from, to);
            return;
        }
        int end = upgrade.feed(bytes, from, to);
        if (end >= 0) {
            upgrade = null;
            // The answer of a server that sends at once may lie in the buffer that a listener's first frame needs.
            byte[] rest = Arrays.copyOfRange(bytes, end, to);
            listener.opened(this);
            frames.feed(rest, 0, rest.length);
        }
    }

    private void broken(IOException e) {
        ended(BROKEN, String.valueOf(e.getMessage()));
    }

    private void ended(int code, String reason) {
        if (!gone) {
            gone = true;
            release();
            listener.closed(code, reason);
        }
    }

    private void release() {
        unsent.clear();
        try {
            channel.close();
        } catch (IOException e) {
            // It was of no use any more.
            return;
        }
    }

    private void interest(int operations) {
        if (key != null && key.isValid()) {
            key.interestOps(operations);
        }
    }

    private final class FrameSink implements FrameReader.Sink {
        @Override
        public void text(byte[] bytes, int from, int to) {
            if (!gone) {
                listener.text(bytes, from, to);
            }
        }

        @Override
        public void control(int opcode, byte[] bytes, int from, int to) {
            if (opcode == Opcode.PING) {
                frame(Opcode.PONG, Arrays.copyOfRange(bytes, from, to), to - from);
            } else if (opcode == Opcode.CLOSE) {
                boolean coded = to - from >= 2;
                int code = coded ? (bytes[from] & 0xFF) << 8 | bytes[from + 1] & 0xFF : BROKEN;
                String reason = coded ? new String(bytes, from + 2, to - from - 2, StandardCharsets.UTF_8) : "";
                ended(code, reason);
            }
        }
    }
}
