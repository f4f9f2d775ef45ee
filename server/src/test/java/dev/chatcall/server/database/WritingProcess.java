package dev.chatcall.server.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jooq.DSLContext;

/** A process that opens the embedded database and writes numbers for ever, saying each one that is committed. */
final class WritingProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private WritingProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static WritingProcess start(Path dataFolder) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                WritingProcess.class.getName(),
                dataFolder.toString());
        return new WritingProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits until it has written another few numbers, and returns the last. */
    long awaitNumbers(int count) throws IOException {
        long last = 0;
        for (int i = 0; i < count; ) {
            String line = output.readLine();
            if (line == null) {
                throw new IOException("the process has ended");
            }
            if (line.matches("\\d+")) {
                last = Long.parseLong(line);
                i++;
            }
        }
        return last;
    }

    /** Kills it with SIGKILL and returns the last number that it said before. */
    long kill(long lastSeen) throws IOException, InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
        return output.lines()
                .filter(line -> line.matches("\\d+"))
                .mapToLong(Long::parseLong)
                .reduce(lastSeen, Math::max);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** @param arguments the data folder */
    public static void main(String[] arguments) {
        DSLContext dsl = Database.open(new DatabaseConfig.Embedded(Path.of(arguments[0])))
                .dsl();
        dsl.execute("CREATE TABLE IF NOT EXISTS written (number bigint PRIMARY KEY)");
        long next =
                dsl.fetchOne("SELECT coalesce(max(number), 0) + 1 FROM written").get(0, Long.class);
        while (true) {
            dsl.execute("INSERT INTO written VALUES (?)", next);
            System.out.println(next++);
        }
    }
}
