package dev.chatcall.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running PostgreSQL says of itself in its {@code postmaster.pid}. The file is there from before it is ready
 * until after it has ended in order; one that was killed leaves it behind.
 *
 * @param pid its process
 * @param cluster the folder it was started on
 * @param port where it listens; 0 if it has not said so yet
 * @param ready whether it takes connections
 */
record PidFile(long pid, Path cluster, int port, boolean ready) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    static Path in(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** Empty if there is no file, or it is not written far enough to name process and folder. */
    static Optional<PidFile> read(Path cluster) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(in(cluster));
        } catch (NoSuchFileException notRunning) {
            return Optional.empty();
        }
        if (lines.size() < 2 || !lines.getFirst().strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        String port = lines.size() > PORT_LINE ? lines.get(PORT_LINE).strip() : "";
        return Optional.of(new PidFile(
                Long.parseLong(lines.getFirst().strip()),
                Path.of(lines.get(1)),
                port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0,
                lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready")));
    }

    /**
     * Whether that process still runs on the folder that holds this file. Process ids are used again, and folders are
     * copied: the process must be a PostgreSQL that was started on the folder it names, and that must be this one.
     *
     * @param actual the folder that holds the file
     */
    boolean isAlive(Path actual) throws IOException {
        boolean sameFolder = !Files.exists(cluster) || Files.isSameFile(cluster, actual);
        return sameFolder
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .filter(this::isPostgres)
                        .isPresent();
    }

    private boolean isPostgres(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return info.arguments()
                .map(arguments -> List.of(arguments).contains(cluster.toString()))
                .or(() -> info.commandLine().or(info::command).map(command -> command.contains("postgres")))
                .orElse(false);
    }
}
