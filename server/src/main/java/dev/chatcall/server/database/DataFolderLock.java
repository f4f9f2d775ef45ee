package dev.chatcall.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second ChatCall out of a data folder. The operating system holds the lock and drops it when the process ends,
 * however it ends, so that nothing is left to clean up after a crash.
 */
final class DataFolderLock implements AutoCloseable {

    private final FileChannel channel;

    private DataFolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws DatabaseUnavailableException if another ChatCall holds the folder, or it cannot be written */
    static DataFolderLock acquire(Path dataFolder) {
        try {
            FileChannel channel = FileChannel.open(
                    dataFolder.resolve("chatcall.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new DatabaseUnavailableException(
                        "Another ChatCall is already running with the data folder " + dataFolder + ".");
            }
            return new DataFolderLock(channel);
        } catch (IOException e) {
            throw DataFolder.notWritable(dataFolder, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
