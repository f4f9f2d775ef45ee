package dev.chatcall.desktop.check;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A STUN server on this machine that answers as a test says, over UDP and over TCP, each with or without lengths. */
final class StunServer implements AutoCloseable {
    static final byte[] MAPPED = {0, 1, 0, 0, 0x21 ^ 9, 0x12, (byte) 0xa4, 0x42};

    final List<StunMessage> asked = new CopyOnWriteArrayList<>();
    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Function<StunMessage, @Nullable StunMessage> answer;

    /** @param answer null: none */
    StunServer(Function<StunMessage, @Nullable StunMessage> answer) throws IOException {
        this.answer = answer;
        InetAddress here = InetAddress.getLoopbackAddress();
        udp = new DatagramSocket(0, here);
        tcp = new ServerSocket(0, 5, here);
        Thread.ofVirtual().start(this::serveDatagrams);
        Thread.ofVirtual().start(this::serveStreams);
    }

    int udpPort() {
        return udp.getLocalPort();
    }

    int tcpPort() {
        return tcp.getLocalPort();
    }

    static StunMessage success(StunMessage request) {
        return new StunMessage(request.type() | StunMessage.SUCCESS, request.id(), java.util.Map.of());
    }

    static StunMessage error(StunMessage request, int code) {
        byte[] value = {0, 0, (byte) (code / 100), (byte) (code % 100)};
        return new StunMessage(request.type() | StunMessage.ERROR, request.id(), java.util.Map.of())
                .with(StunMessage.ERROR_CODE, value);
    }

    private void serveDatagrams() {
        byte[] room = new byte[1_500];
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(room, room.length);
                udp.receive(packet);
                byte[] bytes = reply(Arrays.copyOf(room, packet.getLength()));
                if (bytes.length > 0) {
                    udp.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serveStreams() {
        while (!tcp.isClosed()) {
            try (Socket socket = tcp.accept()) {
                serve(socket);
            } catch (IOException e) {
                // The next one, unless it is closed.
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        while (true) {
            int first = in.readUnsignedShort();
            // A message begins with two bits that are 0, and its type is small: a length is told before it or not.
            boolean framed = first > 0x10;
            int length = framed ? first : StunMessage.HEADER + in.readUnsignedShort();
            byte[] message = new byte[length];
            if (framed) {
                in.readFully(message);
            } else {
                ByteBuffer.wrap(message).putShort((short) first).putShort((short) (length - StunMessage.HEADER));
                in.readFully(message, 4, length - 4);
            }
            byte[] bytes = reply(message);
            if (framed) {
                socket.getOutputStream()
                        .write(ByteBuffer.allocate(2)
                                .putShort((short) bytes.length)
                                .array());
            }
            socket.getOutputStream().write(bytes);
        }
    }

    private byte[] reply(byte[] bytes) throws IOException {
        StunMessage request = StunMessage.read(bytes, bytes.length);
        asked.add(request);
        StunMessage reply = answer.apply(request);
        return reply == null ? new byte[0] : reply.bytes(null);
    }

    /** What a request would be if it were signed with this password, to compare it with what came. */
    static byte[] signedBy(StunMessage request, String key) {
        return request.bytes(key.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }
}
