package dev.chatcall.desktop;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How JavaFX draws: with the graphics card, or by itself. */
final class Drawing {
    private static final String PROPERTY = "prism.order";
    private static final Path CARDS = Path.of("/dev/dri");
    private static final Path NVIDIA = Path.of("/dev/nvidiactl");

    private Drawing() {}

    /**
     * Without a card JavaFX draws by itself, but on Linux only after it has loaded the system's OpenGL, found that it is
     * none of a card, and kept it: 30 MB for nothing. So it is told beforehand.
     */
    static void choose() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
        if (linux && System.getProperty(PROPERTY) == null && !Files.exists(NVIDIA) && !hasCard(CARDS)) {
            System.setProperty(PROPERTY, "sw");
        }
    }

    private static boolean hasCard(Path folder) {
        try (DirectoryStream<Path> cards = Files.newDirectoryStream(folder, "render*")) {
            return cards.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }
}
