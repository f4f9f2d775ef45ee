package dev.chatcall.desktop.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One small value in a file of this user's alone, replaced whole. Everything blocks, and one at a time has the file.
 *
 * @param <T> a record
 */
public final class JsonFile<T> {
    private static final Logger LOG = LoggerFactory.getLogger(JsonFile.class);

    private final Path path;
    private final Class<T> type;
    private final JsonMapper mapper;

    public JsonFile(Path path, Class<T> type, JsonMapper mapper) {
        this.path = path;
        this.type = type;
        this.mapper = mapper;
    }

    /** Empty where there is none, or nothing that this program understands. */
    public synchronized Optional<T> read() {
        try {
            return Optional.ofNullable(mapper.readValue(Files.readAllBytes(path), type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException e) {
            // Not what it says: there may be a secret in it.
            LOG.warn("{} is damaged, and begun afresh", path);
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", path, e.toString());
            return Optional.empty();
        }
    }

    /** Done when it is on disk. */
    public synchronized void write(T value) throws IOException {
        PrivateFiles.replace(path, mapper.writeValueAsBytes(value));
    }

    public synchronized void delete() throws IOException {
        Files.deleteIfExists(path);
    }
}
