package dev.chatcall.desktop.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.loop.ThreadLoop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePicturesTest {
    private final ThreadLoop loop = new ThreadLoop(Clock.systemUTC());
    private final Writer writer = new Writer(loop);

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        writer.close();
        loop.close();
    }

    @Test
    void thoseNotAskedForTheLongestGo() throws Exception {
        FilePictures pictures = new FilePictures(folder, writer, 100);
        for (int i = 0; i < 10; i++) {
            pictures.put(id(i), new byte[10]);
            assertThat(get(pictures, i)).isPresent();
            Files.setLastModifiedTime(
                    folder.resolve(id(i).toString()), FileTime.from(Instant.ofEpochSecond(1_000 + i)));
        }
        assertThat(get(pictures, 0)).isPresent();
        pictures.put(id(10), new byte[10]);
        // Eleven of ten bytes are too many; seven are left: the one asked for last, the new one, and the newest others.
        assertThat(get(pictures, 0)).isPresent();
        assertThat(get(pictures, 10)).isPresent();
        for (int i = 1; i <= 4; i++) {
            assertThat(get(pictures, i)).isEmpty();
        }
        for (int i = 5; i < 10; i++) {
            assertThat(get(pictures, i)).isPresent();
        }
    }

    @Test
    void oneThatIsTooLargeDrivesNoneOut() throws Exception {
        FilePictures pictures = new FilePictures(folder, writer, 100);
        pictures.put(id(1), new byte[10]);
        pictures.put(id(2), new byte[90]);
        assertThat(get(pictures, 1)).isPresent();
        assertThat(get(pictures, 2)).isEmpty();
    }

    private static Optional<byte[]> get(FilePictures pictures, int number) throws Exception {
        return pictures.get(id(number)).get(20, TimeUnit.SECONDS);
    }

    private static UUID id(int number) {
        return new UUID(3, number);
    }
}
