package dev.chatcall.server.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Runs a program of the operating system. */
final class Command {

    /** All that PostgreSQL needs of our environment, which also holds secrets and may hold settings of another one. */
    private static final List<String> INHERITED =
            List.of("PATH", "HOME", "LD_LIBRARY_PATH", "SystemRoot", "SystemDrive", "ComSpec", "TEMP", "TMP");

    private Command() {}

    /**
     * What a program said and how it ended.
     *
     * @param exitCode 0 for success
     * @param output what it wrote to its standard output and error
     */
    record Result(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /**
     * Runs a program to its end.
     *
     * @param command the program and its arguments
     * @param input what it reads from its standard input
     * @param limit after which it is killed
     * @throws IOException if it cannot be started or takes longer than the limit
     */
    static Result run(List<String> command, String input, Duration limit) throws IOException {
        Process process = start(command);
        try {
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(command.getFirst() + " did not end within " + limit.toSeconds() + " s");
            }
            return new Result(process.exitValue(), output(process));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + command.getFirst() + " was running");
        } finally {
            process.destroyForcibly();
        }
    }

    /** Starts a program, its standard output and error being one stream. */
    static Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        TreeSet<String> inherited = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        inherited.addAll(INHERITED);
        builder.environment().keySet().removeIf(name -> !inherited.contains(name));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    /** What a program that has ended wrote. */
    static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
