package dev.chatcall.desktop.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** A screen that nobody sees (Xvfb), whose pixels lie in a file: so one can look at it without a word to the program. */
final class VirtualScreen implements AutoCloseable {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    /** An empty screen has one colour and an empty window two; letters have many. */
    private static final int COLOURS_OF_TEXT = 12;

    private static final int LOOK_EVERY = 7;
    /** Where a file of this kind (XWD) says what, in 32 bit numbers. */
    private static final int HEADER_BYTES = 0;

    private static final int LINE_BYTES = 12;
    private static final int COLOURS = 19;
    private static final int BYTES_OF_COLOUR = 12;

    private final Process server;
    private final Path folder;
    private final String name;
    private final MappedByteBuffer file;

    private VirtualScreen(Process server, Path folder, String name, MappedByteBuffer file) {
        this.server = server;
        this.folder = folder;
        this.name = name;
        this.file = file;
    }

    static VirtualScreen open() throws IOException {
        Path folder = Files.createTempDirectory("chatcall-screen");
        Process server = new ProcessBuilder(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        WIDTH + "x" + HEIGHT + "x24",
                        "-nolisten",
                        "tcp",
                        // As in a session: what the first GTK program finds out about the screen the next ones know.
                        "-noreset",
                        "-fbdir",
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        String number = said.readLine();
        if (number == null) {
            throw new IOException("Xvfb does not start.");
        }
        try (FileChannel channel = FileChannel.open(folder.resolve("Xvfb_screen0"))) {
            MappedByteBuffer file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return new VirtualScreen(server, folder, ":" + number.strip(), file);
        }
    }

    /** As {@code DISPLAY} names it. */
    String name() {
        return name;
    }

    /** Whether there is text on it. */
    boolean showsText() {
        ByteBuffer header = file.duplicate().order(ByteOrder.BIG_ENDIAN);
        int pixels = header.getInt(4 * HEADER_BYTES) + header.getInt(4 * COLOURS) * BYTES_OF_COLOUR;
        int line = header.getInt(4 * LINE_BYTES);
        ByteBuffer from = file.duplicate().order(ByteOrder.nativeOrder());
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < HEIGHT; y += LOOK_EVERY) {
            for (int x = 0; x < WIDTH; x++) {
                colours.add(from.getInt(pixels + y * line + 4 * x) & 0xffffff);
            }
        }
        return colours.size() >= COLOURS_OF_TEXT;
    }

    @Override
    public void close() throws IOException {
        server.destroy();
        server.onExit().join();
        Files.deleteIfExists(folder.resolve("Xvfb_screen0"));
        Files.deleteIfExists(folder);
    }
}
