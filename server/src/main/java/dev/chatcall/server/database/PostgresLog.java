package dev.chatcall.server.database;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log file of the embedded PostgreSQL: at most two of them, each bounded when a server starts. */
final class PostgresLog {

    private static final long ROTATED_AT_BYTES = 1 << 20;

    private final Path file;

    /** @param cluster the folder in which the server may write */
    PostgresLog(Path cluster) {
        this.file = cluster.resolve("server.log");
    }

    Path file() {
        return file;
    }

    /** Sets a log aside that has grown large, in place of the one before it. */
    void rotate() throws IOException {
        if (size() > ROTATED_AT_BYTES) {
            Files.move(file, file.resolveSibling("server.1.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The length in bytes, 0 if there is none. */
    long size() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** What was written since the log had a length. */
    String since(long size) throws IOException {
        if (size() <= size) {
            return "";
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(size);
            byte[] bytes = Channels.newInputStream(channel).readNBytes((int) ROTATED_AT_BYTES);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** The line of some output that says what went wrong, without its prefix: the last grave one, or the last. */
    static String reason(String output) {
        List<String> lines = output.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.isEmpty()) {
            return "no reason given";
        }
        return lines.reversed().stream()
                .filter(line -> line.contains("FATAL: ") || line.contains("error: "))
                .findFirst()
                .orElse(lines.getLast())
                .replaceFirst("^.*(FATAL|error): +", "");
    }
}
