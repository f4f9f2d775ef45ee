package dev.chatcall.desktop.media.webrtc;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether there is a display whose picture can be captured: asked before, for the library aborts where there is none. */
final class Display {
    /** Such as {@code :0}, {@code localhost:10.0}. */
    private static final Pattern ADDRESS = Pattern.compile("([^:]*):(\\d{1,4})(?:\\.\\d+)?");

    private static final int FIRST_PORT = 6000;
    private static final int PATIENCE_MS = 1_000;

    private Display() {}

    static boolean isThere() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("win") || system.contains("mac") || answers(System.getenv("DISPLAY"));
    }

    /** @param address of an X server */
    static boolean answers(@Nullable String address) {
        Matcher parts = ADDRESS.matcher(address == null ? "" : address);
        if (!parts.matches()) {
            return false;
        }
        int number = Integer.parseInt(parts.group(2));
        return parts.group(1).isEmpty() || parts.group(1).equals("unix")
                ? here(number)
                : elsewhere(parts.group(1), number);
    }

    private static boolean here(int number) {
        UnixDomainSocketAddress socket = UnixDomainSocketAddress.of("/tmp/.X11-unix/X" + number);
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(socket);
        } catch (IOException nobody) {
            return elsewhere("localhost", number);
        }
    }

    private static boolean elsewhere(String host, int number) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, FIRST_PORT + number), PATIENCE_MS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
