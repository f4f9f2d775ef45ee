package dev.chatcall.desktop.file;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small file that is written soon, elsewhere: of several values in a row the last alone.
 *
 * @param <T> a record
 */
public final class LaterFile<T> {
    private static final Logger LOG = LoggerFactory.getLogger(LaterFile.class);

    private final JsonFile<T> file;
    private final Executor background;
    private final AtomicReference<@Nullable T> next = new AtomicReference<>();

    /** @param background where writing may block */
    public LaterFile(JsonFile<T> file, Executor background) {
        this.file = file;
        this.background = background;
    }

    /** What is in the file. Blocks for a moment. */
    public Optional<T> read() {
        return file.read();
    }

    /** From any thread; blocks nobody. What cannot be written is said in the log. */
    public void write(T value) {
        if (next.getAndSet(value) == null) {
            background.execute(this::flush);
        }
    }

    /** Writes now what is still to be written; call it at the end of the program. */
    public synchronized void flush() {
        T value = next.getAndSet(null);
        if (value == null) {
            return;
        }
        try {
            file.write(value);
        } catch (IOException e) {
            LOG.warn("What was changed holds until the program ends: {}", e.toString());
        }
    }
}
