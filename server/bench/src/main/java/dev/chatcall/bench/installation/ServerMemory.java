package dev.chatcall.bench.installation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the server's JVM takes, in KiB, after a garbage collection.
 *
 * @param resident its pages in memory
 * @param proportional the same with shared pages (of libraries) counted by their share
 * @param heapLive bytes of live objects in KiB
 */
public record ServerMemory(long resident, long proportional, long heapLive) {

    /** Lets the server collect its garbage and reads. Linux only. */
    public static ServerMemory of(ServerProcess server) {
        jcmd(server, "GC.run");
        // Counts live objects, and collects garbage once more for it.
        String histogram = jcmd(server, "GC.class_histogram");
        String total = histogram
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow();
        List<String> rollup = rollup(server.pid());
        return new ServerMemory(
                kib(rollup, "Rss:"),
                kib(rollup, "Pss:"),
                Long.parseLong(total.strip().split("\\s+")[2]) / 1024);
    }

    private static String jcmd(ServerProcess server, String command) {
        try {
            Process process = new ProcessBuilder(Installation.javaProgram("jcmd"), Long.toString(server.pid()), command)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BenchFailure("jcmd " + command + " failed: " + said);
            }
            return said;
        } catch (IOException e) {
            throw new BenchFailure("jcmd cannot be run.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted.");
        }
    }

    private static List<String> rollup(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "smaps_rollup"));
        } catch (IOException e) {
            throw new BenchFailure("The server's memory cannot be read; idle sockets are measured on Linux only.", e);
        }
    }

    private static long kib(List<String> rollup, String name) {
        String line = rollup.stream()
                .filter(each -> each.startsWith(name))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", ""));
    }
}
