package dev.chatcall.desktop.instance;

import dev.chatcall.desktop.account.DataFolder;
import dev.chatcall.desktop.file.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one program that has a data folder. A lock on a file says which it is: the system lets go of it when the program
 * ends, however it ends. A second start finds the lock held, hands its arguments over, and ends.
 */
public final class SingleInstance implements AutoCloseable {
    private static final String LOCK = "lock";
    /** The first may be on its way up or down. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(50);

    /** What a start turned out to be. */
    public sealed interface Start {
        /** This program is the one. */
        record First(SingleInstance instance) implements Start {}

        /** Another is, and has taken the arguments: this one has nothing more to do. */
        record HandedOver() implements Start {}

        /** Another is, and does not answer. */
        record Unanswered() implements Start {}
    }

    private final FileChannel lockFile;
    private final FileLock lock;
    private final Door door;

    private SingleInstance(FileChannel lockFile, FileLock lock, Door door) {
        this.lockFile = lockFile;
        this.lock = lock;
        this.door = door;
    }

    /**
     * Becomes the one program, or hands over. Blocks, at most five seconds.
     *
     * @param folder is there
     */
    public static Start begin(DataFolder folder, List<String> arguments) throws IOException {
        return begin(folder, arguments, PATIENCE);
    }

    static Start begin(DataFolder folder, List<String> arguments, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        do {
            SingleInstance first = claim(folder);
            if (first != null) {
                return new Start.First(first);
            }
            if (Door.knock(folder, arguments)) {
                return new Start.HandedOver();
            }
            pause();
        } while (System.nanoTime() < end);
        return new Start.Unanswered();
    }

    /** Called on a thread of its own with what each further start was started with, also those of before this call. */
    public void onStart(Consumer<List<String>> listener) {
        door.onKnock(listener);
    }

    @Override
    public void close() throws IOException {
        try (lockFile;
                lock) {
            door.close();
        }
    }

    private static @Nullable SingleInstance claim(DataFolder folder) throws IOException {
        Path file = folder.file(LOCK);
        PrivateFiles.createFile(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            Optional<FileLock> lock = tryLock(channel);
            if (lock.isPresent()) {
                return new SingleInstance(channel, lock.get(), Door.open(folder));
            }
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return null;
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException heldByThisProgram) {
            return Optional.empty();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
