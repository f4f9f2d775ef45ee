package dev.chatcall.server.doctor.stun;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Sends a request and waits for its answer. */
sealed interface StunWire extends AutoCloseable {

    /**
     * @return null when no answer came within two seconds or so
     * @throws IOException when nothing can be sent there
     */
    @Nullable
    StunMessage ask(byte[] request, byte[] transaction) throws IOException;

    @Override
    void close() throws IOException;

    /** How a message's bytes are told apart on a stream. */
    enum Framing {
        /** By the length in its header, RFC 8489 section 6.2.2. */
        STUN,
        /** By two bytes before it, RFC 4571, as ICE does (RFC 6544). */
        ICE
    }

    static StunWire udp(InetSocketAddress to) throws IOException {
        return new Udp(to);
    }

    static StunWire tcp(InetSocketAddress to, boolean tls, String host, Framing framing) throws IOException {
        return new Tcp(to, tls, host, framing);
    }

    /** Sent again a few times, for a datagram may be lost. */
    final class Udp implements StunWire {
        private static final int[] WAITS_MS = {300, 600, 1200};
        private static final int LARGEST = 2048;
        private final DatagramSocket socket;

        private Udp(InetSocketAddress to) throws IOException {
            socket = new DatagramSocket();
            socket.connect(to);
        }

        @Override
        public @Nullable StunMessage ask(byte[] request, byte[] transaction) throws IOException {
            for (int wait : WAITS_MS) {
                socket.send(new DatagramPacket(request, request.length));
                socket.setSoTimeout(wait);
                StunMessage answer = answer(transaction);
                if (answer != null) {
                    return answer;
                }
            }
            return null;
        }

        private @Nullable StunMessage answer(byte[] transaction) throws IOException {
            DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException e) {
                return null;
            }
            StunMessage message = StunMessage.decode(Arrays.copyOf(packet.getData(), packet.getLength()));
            return message != null && Arrays.equals(message.transaction(), transaction) ? message : null;
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    final class Tcp implements StunWire {
        private static final int WAIT_MS = 2000;
        private final Socket socket;
        private final Framing framing;

        private Tcp(InetSocketAddress to, boolean tls, String host, Framing framing) throws IOException {
            Socket plain = new Socket();
            plain.connect(to, WAIT_MS);
            this.socket = tls
                    ? ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, to.getPort(), true)
                    : plain;
            this.framing = framing;
            socket.setSoTimeout(WAIT_MS);
        }

        @Override
        public @Nullable StunMessage ask(byte[] request, byte[] transaction) throws IOException {
            if (framing == Framing.ICE) {
                socket.getOutputStream()
                        .write(new byte[] {(byte) (request.length >> Byte.SIZE), (byte) request.length});
            }
            socket.getOutputStream().write(request);
            try {
                return StunMessage.decode(read(new DataInputStream(socket.getInputStream())));
            } catch (SocketTimeoutException e) {
                return null;
            }
        }

        private byte[] read(DataInputStream in) throws IOException {
            if (framing == Framing.ICE) {
                return in.readNBytes(in.readUnsignedShort());
            }
            byte[] header = in.readNBytes(StunMessage.HEADER);
            if (header.length < StunMessage.HEADER) {
                return header;
            }
            int length = (header[2] & 0xFF) << Byte.SIZE | header[3] & 0xFF;
            byte[] whole = Arrays.copyOf(header, StunMessage.HEADER + length);
            in.readFully(whole, StunMessage.HEADER, length);
            return whole;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
