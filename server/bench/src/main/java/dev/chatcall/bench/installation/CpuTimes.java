package dev.chatcall.bench.installation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * CPU seconds since each process began, user and system together, as Linux counts them, to 10 ms.
 *
 * @param postgres all processes of the server's PostgreSQL, NaN where it is not known
 * @param server the server's JVM, NaN where it is not known
 * @param generator this process
 * @param machine everything that runs here, the kernel's own work for the network included
 */
public record CpuTimes(double server, double postgres, double generator, double machine) {
    private static final double TICKS_PER_SECOND = 100;
    /** Fields of {@code /proc/PID/stat} after the command's closing parenthesis. */
    private static final int USER_FIELD = 11;

    private static final int CHILD_SYSTEM_FIELD = 14;
    /** Of the first line of {@code /proc/stat}, all but idle and waiting. */
    private static final int[] BUSY_FIELDS = {1, 2, 3, 6, 7};

    /** Of a server of our own. */
    public static CpuTimes of(ServerProcess process) {
        long postmaster = process.postgres().pid();
        // The backends that run, and what those took that have ended: that is with their parent.
        double postgres = seconds(postmaster, true);
        try (Stream<ProcessHandle> children =
                ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::children)) {
            postgres +=
                    children.mapToDouble(child -> seconds(child.pid(), false)).sum();
        }
        return new CpuTimes(seconds(process.pid(), false), postgres, own(), machineBusy());
    }

    /** Where the server's processes are not known. */
    public static CpuTimes ofGenerator() {
        return new CpuTimes(Double.NaN, Double.NaN, own(), machineBusy());
    }

    public CpuTimes since(CpuTimes before) {
        return new CpuTimes(
                server - before.server,
                postgres - before.postgres,
                generator - before.generator,
                machine - before.machine);
    }

    /** What others took while this was measured: much of it spoils a measurement. */
    public double others() {
        return machine - server - postgres - generator;
    }

    private static double own() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    private static double machineBusy() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            return busySeconds(lines.findFirst().orElseThrow());
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /** @param line the first of {@code /proc/stat}: user, nice, system, idle, iowait, irq, softirq, steal … */
    static double busySeconds(String line) {
        String[] fields = line.split(" +");
        long ticks = 0;
        for (int i : BUSY_FIELDS) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** 0 for a process that has just ended; NaN on a system without /proc. */
    private static double seconds(long pid, boolean withEndedChildren) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            return seconds(Files.readString(stat), withEndedChildren);
        } catch (IOException e) {
            return Files.isDirectory(Path.of("/proc/self")) ? 0 : Double.NaN;
        }
    }

    static double seconds(String stat, boolean withEndedChildren) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int i = USER_FIELD; i <= (withEndedChildren ? CHILD_SYSTEM_FIELD : USER_FIELD + 1); i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }
}
