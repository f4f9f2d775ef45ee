package dev.chatcall.bench.scenario;

import dev.chatcall.bench.installation.BenchFailure;
import dev.chatcall.bench.installation.CpuTimes;
import dev.chatcall.bench.installation.Person;
import dev.chatcall.bench.installation.ServerMemory;
import dev.chatcall.bench.installation.ServerProcess;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Many people are connected, each of them once, and nothing happens but their pings. */
public final class IdleScenario {
    /** Nothing ever happens in it. */
    private static final UUID NO_CONVERSATION = new UUID(0, 0);

    private static final int WARM_UP_SOCKETS = 500;
    /** Files that both processes have open besides sockets. */
    private static final int OTHER_FILES = 500;

    private final Stage stage;
    private final ServerProcess server;

    /** @param server whose memory is read */
    public IdleScenario(Stage stage, ServerProcess server) {
        this.stage = stage;
        this.server = server;
    }

    public IdleResult run() {
        int sockets = stage.settings().idleSockets();
        requireFiles(sockets + OTHER_FILES);
        stage.progress().accept("idle: preparing " + sockets + " people");
        List<Crew.Seat> seats = seats(sockets);
        // What a server that has served somebody holds anyway is not the sockets'.
        Crew.connect(stage, seats.subList(0, Math.min(sockets, WARM_UP_SOCKETS)))
                .close();
        ServerMemory before = ServerMemory.of(server);
        stage.progress().accept("idle: connecting " + sockets + " sockets");
        long begun = System.nanoTime();
        try (Crew crew = Crew.connect(stage, seats)) {
            double connectSeconds = (System.nanoTime() - begun) / 1e9;
            stage.progress().accept("idle: waiting for " + stage.settings().idleSeconds() + " s");
            CpuTimes cpuBefore = stage.cpuTimes();
            crew.idle(Duration.ofSeconds(stage.settings().idleSeconds()));
            CpuTimes cpu = stage.cpuTimes().since(cpuBefore);
            ServerMemory after = ServerMemory.of(server);
            return new IdleResult(
                    sockets,
                    connectSeconds,
                    before,
                    after,
                    stage.settings().idleSeconds(),
                    cpu,
                    crew.traffic().closedConnections());
        }
    }

    private List<Crew.Seat> seats(int count) {
        List<Person> people = stage.population().people(count);
        return people.stream()
                .map(person -> new Crew.Seat(person, NO_CONVERSATION))
                .toList();
    }

    /** The server inherits this process's limit. */
    private static void requireFiles(int needed) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.UnixOperatingSystemMXBean unix
                && unix.getMaxFileDescriptorCount() < needed) {
            throw new BenchFailure("A process may open " + unix.getMaxFileDescriptorCount() + " files here and needs "
                    + needed + ": raise it with \"ulimit -n " + needed + "\" or ask for fewer with --sockets.");
        }
    }
}
