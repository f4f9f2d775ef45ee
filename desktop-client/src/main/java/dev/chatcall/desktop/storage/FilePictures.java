package dev.chatcall.desktop.storage;

import dev.chatcall.desktop.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A file a picture, all together of a bounded size. A file's time is when it was asked for last. */
final class FilePictures implements PictureCache {
    static final String FOLDER = "pictures";

    private static final long BYTES_MAX = 64L << 20;

    private final Path folder;
    private final Writer writer;
    private final long bytesMax;
    /** Of all files together; negative until it is counted. On the writer's thread. */
    private long bytes = -1;

    FilePictures(Path folder, Writer writer) {
        this(folder, writer, BYTES_MAX);
    }

    FilePictures(Path folder, Writer writer, long bytesMax) {
        this.folder = folder;
        this.writer = writer;
        this.bytesMax = bytesMax;
    }

    @Override
    public CompletableFuture<Optional<byte[]>> get(UUID id) {
        return writer.ask(() -> read(file(id))).exceptionally(failure -> Optional.empty());
    }

    @Override
    public void put(UUID id, byte[] picture) {
        var _ = writer.tell(() -> write(file(id), picture));
    }

    /** On the writer's thread. */
    void delete() throws IOException {
        PrivateFiles.deleteFolder(folder);
        bytes = -1;
    }

    private Path file(UUID id) {
        return folder.resolve(id.toString());
    }

    private static Optional<byte[]> read(Path file) throws IOException {
        try {
            byte[] picture = Files.readAllBytes(file);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(picture);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private void write(Path file, byte[] picture) throws IOException {
        if (picture.length > bytesMax / 4 || Files.exists(file)) {
            return;
        }
        PrivateFiles.replace(file, picture);
        if (bytes < 0) {
            bytes = all().stream().mapToLong(Held::size).sum();
        } else {
            bytes += picture.length;
        }
        if (bytes > bytesMax) {
            makeRoom();
        }
    }

    /** Down to three quarters, so that it is not done at each picture. */
    private void makeRoom() throws IOException {
        List<Held> all = all();
        bytes = all.stream().mapToLong(Held::size).sum();
        all.sort(Comparator.comparing(Held::used));
        for (Held oldest : all) {
            if (bytes <= bytesMax / 4 * 3) {
                return;
            }
            Files.deleteIfExists(oldest.file);
            bytes -= oldest.size;
        }
    }

    private List<Held> all() throws IOException {
        List<Held> all = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> inside = Files.list(folder)) {
            files = inside.toList();
        }
        for (Path file : files) {
            all.add(new Held(file, Files.size(file), Files.getLastModifiedTime(file)));
        }
        return all;
    }

    private record Held(Path file, long size, FileTime used) {}
}
