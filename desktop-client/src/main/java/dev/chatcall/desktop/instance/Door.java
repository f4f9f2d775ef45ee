package dev.chatcall.desktop.instance;

import dev.chatcall.desktop.account.DataFolder;
import dev.chatcall.desktop.file.PrivateFiles;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where further starts of the program come to: a UNIX domain socket in the data folder, which others cannot enter. A
 * start says how many arguments it has and each of them, and is answered with one byte.
 */
final class Door implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final String SOCKET = "socket";
    /** Says where the socket is. */
    private static final String SIGN = "socket.path";
    /** The shortest limit of a socket's path there is (macOS: 104 with the end), with some room. */
    private static final int PATH_BYTES_MAX = 100;

    private static final int ARGUMENTS_MAX = 100;
    private static final int TAKEN = 1;

    private final ServerSocketChannel socket;
    private final Path path;
    /** Whether the path's folder is there for the socket alone. */
    private final boolean apart;

    private final List<List<String>> waiting = new ArrayList<>();
    private @Nullable Consumer<List<String>> listener;

    private Door(ServerSocketChannel socket, Path path, boolean apart) {
        this.socket = socket;
        this.path = path;
        this.apart = apart;
    }

    /** Call it while no other has the folder: what a killed program left is taken away. */
    static Door open(DataFolder folder) throws IOException {
        Path path = place(folder);
        Files.deleteIfExists(path);
        ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            socket.bind(UnixDomainSocketAddress.of(path));
            PrivateFiles.replace(folder.file(SIGN), path.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
        Door door = new Door(socket, path, !path.startsWith(folder.path()));
        Thread.ofVirtual().name("further-starts").start(door::answer);
        return door;
    }

    /** @return whether the program behind the door took the arguments */
    static boolean knock(DataFolder folder, List<String> arguments) {
        try {
            Path path = Path.of(Files.readString(folder.file(SIGN)));
            try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
                    DataOutputStream out = new DataOutputStream(Channels.newOutputStream(channel));
                    DataInputStream in = new DataInputStream(Channels.newInputStream(channel))) {
                out.writeInt(arguments.size());
                for (String argument : arguments) {
                    out.writeUTF(argument);
                }
                out.flush();
                return in.read() == TAKEN;
            }
        } catch (IOException | RuntimeException e) {
            // Nobody there, or nobody yet.
            LOG.debug("The other program does not answer: {}", e.toString());
            return false;
        }
    }

    /** Tells it what came before as well. */
    void onKnock(Consumer<List<String>> heard) {
        List<List<String>> before;
        synchronized (this) {
            listener = heard;
            before = List.copyOf(waiting);
            waiting.clear();
        }
        before.forEach(heard);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        Files.deleteIfExists(path);
        if (apart) {
            PrivateFiles.deleteFolder(Objects.requireNonNull(path.getParent()));
        }
    }

    private void answer() {
        while (socket.isOpen()) {
            try (SocketChannel channel = socket.accept()) {
                take(channel).ifPresent(this::tell);
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | RuntimeException e) {
                LOG.warn("A further start could not be understood: {}", e.toString());
            }
        }
    }

    private static Optional<List<String>> take(SocketChannel channel) throws IOException {
        DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
        int count = in.readInt();
        if (count < 0 || count > ARGUMENTS_MAX) {
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            arguments.add(in.readUTF());
        }
        Channels.newOutputStream(channel).write(TAKEN);
        return Optional.of(arguments);
    }

    private void tell(List<String> arguments) {
        Consumer<List<String>> heard;
        synchronized (this) {
            heard = listener;
            if (heard == null) {
                waiting.add(arguments);
            }
        }
        if (heard != null) {
            heard.accept(arguments);
        }
    }

    /** In the folder, or where its path is too long for a socket in a folder of its own among the temporary ones. */
    private static Path place(DataFolder folder) throws IOException {
        Path usual = folder.file(SOCKET);
        if (usual.toString().getBytes(StandardCharsets.UTF_8).length <= PATH_BYTES_MAX) {
            return usual;
        }
        return Files.createTempDirectory("chatcall").resolve(SOCKET);
    }
}
