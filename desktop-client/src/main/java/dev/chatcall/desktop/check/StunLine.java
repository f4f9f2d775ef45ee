package dev.chatcall.desktop.check;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/** A way over which STUN messages are exchanged. Blocks: use it off the loop. */
interface StunLine extends AutoCloseable {
    /** How long somebody has to answer. */
    Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * Asks until it is answered.
     *
     * @throws IOException nobody answers in time, or the way is closed
     */
    StunMessage ask(StunMessage request, byte[] bytes) throws IOException;

    @Override
    void close() throws IOException;

    static StunLine open(IceAddress address) throws IOException {
        return switch (address.transport()) {
            case UDP -> new Datagrams(address.host(), address.port());
            case TCP -> new Stream(connected(address), false);
            case TLS -> new Stream(secured(connected(address), address.host()), false);
        };
    }

    /** As media takes it: over TCP each message follows its length (RFC 4571). */
    static StunLine forMedia(String host, int port, boolean tcp) throws IOException {
        return tcp
                ? new Stream(connected(new IceAddress(host, port, IceAddress.Transport.TCP)), true)
                : new Datagrams(host, port);
    }

    private static InetSocketAddress resolved(String host, int port) throws UnknownHostException {
        InetSocketAddress address = new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), port);
        if (address.isUnresolved()) {
            throw new UnknownHostException(host);
        }
        return address;
    }

    private static Socket connected(IceAddress address) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(resolved(address.host(), address.port()), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket secured(Socket socket, String host) throws IOException {
        return ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(socket, host, socket.getPort(), true);
    }

    /** Asks again and again, as a datagram may be lost. */
    final class Datagrams implements StunLine {
        private static final int FIRST_PAUSE_MS = 250;
        private static final int LARGEST = 1_500;

        private final DatagramSocket socket = new DatagramSocket();

        Datagrams(String host, int port) throws IOException {
            try {
                socket.connect(resolved(host, port));
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        }

        @Override
        public StunMessage ask(StunMessage request, byte[] bytes) throws IOException {
            long end = System.nanoTime() + PATIENCE.toNanos();
            int pause = FIRST_PAUSE_MS;
            while (System.nanoTime() < end) {
                socket.send(new DatagramPacket(bytes, bytes.length));
                socket.setSoTimeout(pause);
                pause *= 2;
                try {
                    DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
                    socket.receive(packet);
                    StunMessage answer = StunMessage.read(packet.getData(), packet.getLength());
                    if (answer.answers(request)) {
                        return answer;
                    }
                } catch (SocketTimeoutException silent) {
                    // Once more, after a longer pause.
                }
            }
            throw new InterruptedIOException("Nobody answers");
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    /** A stream, over which nothing is lost. */
    final class Stream implements StunLine {
        private final Socket socket;
        private final boolean framed;

        Stream(Socket socket, boolean framed) {
            this.socket = socket;
            this.framed = framed;
        }

        @Override
        public StunMessage ask(StunMessage request, byte[] bytes) throws IOException {
            byte[] sent = bytes;
            if (framed) {
                sent = new byte[bytes.length + 2];
                sent[0] = (byte) (bytes.length >> 8);
                sent[1] = (byte) bytes.length;
                System.arraycopy(bytes, 0, sent, 2, bytes.length);
            }
            socket.getOutputStream().write(sent);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            if (framed) {
                in.readUnsignedShort();
            }
            byte[] header = in.readNBytes(StunMessage.HEADER);
            if (header.length < StunMessage.HEADER) {
                throw new IOException("The way was closed");
            }
            int length = (header[2] & 0xff) << 8 | header[3] & 0xff;
            byte[] whole = new byte[StunMessage.HEADER + length];
            System.arraycopy(header, 0, whole, 0, header.length);
            in.readFully(whole, StunMessage.HEADER, length);
            StunMessage answer = StunMessage.read(whole, whole.length);
            if (!answer.answers(request)) {
                throw new IOException("Something else was answered");
            }
            return answer;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
