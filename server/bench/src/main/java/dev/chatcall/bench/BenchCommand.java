package dev.chatcall.bench;

import dev.chatcall.bench.installation.BenchFailure;
import dev.chatcall.bench.installation.Installation;
import dev.chatcall.bench.installation.Loopback;
import dev.chatcall.bench.installation.RegisteredPopulation;
import dev.chatcall.bench.installation.SeededPopulation;
import dev.chatcall.bench.installation.ServerApi;
import dev.chatcall.bench.installation.ServerProcess;
import dev.chatcall.bench.report.Machine;
import dev.chatcall.bench.report.Report;
import dev.chatcall.bench.report.ReportText;
import dev.chatcall.bench.scenario.GroupScenario;
import dev.chatcall.bench.scenario.IdleResult;
import dev.chatcall.bench.scenario.IdleScenario;
import dev.chatcall.bench.scenario.LoadResult;
import dev.chatcall.bench.scenario.MessagesScenario;
import dev.chatcall.bench.scenario.Settings;
import dev.chatcall.bench.scenario.Stage;
import dev.chatcall.bench.socket.EventLoop;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The command line. */
@Command(
        name = "chatcall bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures a server on this machine with a load that speaks the real protocol.")
final class BenchCommand implements Callable<Integer> {
    private static final int FAULTY = 1;

    /** What can be measured. */
    enum Scenario {
        messages,
        group,
        idle
    }

    @Parameters(paramLabel = "SCENARIO", description = "${COMPLETION-CANDIDATES}; all of them if none is named.")
    private List<Scenario> scenarios = List.of();

    @Option(names = "--quick", description = "A short run with small numbers: shows that everything works.")
    private boolean quick;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Measure the server that runs there, on a loopback address, instead of one of its own."
                    + " People register there and stay; it needs CHATCALL_RATE_LIMITS=off.")
    private @Nullable String url;

    @Option(names = "--json", paramLabel = "FILE", description = "Where to write the results (server/bench/results/…).")
    private @Nullable Path file;

    @Option(names = "--receipts", description = "Clients tell what they have read, as if all had it on screen.")
    private boolean receipts;

    @Option(names = "--rates", split = ",", paramLabel = "N", description = "Messages in a second for \"messages\".")
    private @Nullable List<Integer> messageRates;

    @Option(names = "--group-rates", split = ",", paramLabel = "N", description = "Messages in a second for \"group\".")
    private @Nullable List<Integer> groupRates;

    @Option(names = "--seconds", paramLabel = "N", description = "How long each rate is measured.")
    private @Nullable Integer seconds;

    @Option(names = "--pairs", paramLabel = "N", description = "Pairs of people for \"messages\".")
    private @Nullable Integer pairs;

    @Option(names = "--members", paramLabel = "N", description = "Members for \"group\".")
    private @Nullable Integer members;

    @Option(names = "--sockets", paramLabel = "N", description = "Sockets for \"idle\".")
    private @Nullable Integer sockets;

    @Option(
            names = "--server-option",
            paramLabel = "OPTION",
            description = "One more option for the JVM of its own server; may be repeated.")
    private List<String> serverOptions = List.of();

    private final PrintStream out;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final SecureRandom random = new SecureRandom();

    BenchCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        try {
            Report report = url == null ? ownServer() : runningServer(url);
            Path written = write(report);
            out.println();
            out.println(ReportText.of(report));
            out.println();
            out.println("Written to " + written);
            return faultless(report) ? 0 : FAULTY;
        } catch (BenchFailure e) {
            out.println(e.getMessage());
            return FAULTY;
        }
    }

    private Report ownServer() {
        Installation installation = Installation.find();
        out.println("Starting a server");
        try (ServerProcess server = ServerProcess.start(installation, serverOptions);
                ServerApi api = new ServerApi(server.url(), compact());
                EventLoop loop = new EventLoop(random)) {
            SeededPopulation population = new SeededPopulation(server.postgres(), api, random);
            Map<String, String> database = new LinkedHashMap<>();
            for (String name : List.of("server_version", "fsync", "synchronous_commit", "full_page_writes")) {
                database.put(name, population.setting(name));
            }
            Stage stage = new Stage(api, population, server, loop, compact(), settings(), out::println);
            return measure(stage, installation.serverOptions(), database);
        }
    }

    private Report runningServer(String at) {
        try (ServerApi api = new ServerApi(Loopback.require(at), compact());
                EventLoop loop = new EventLoop(random)) {
            RegisteredPopulation population = new RegisteredPopulation(api, random);
            Stage stage = new Stage(api, population, null, loop, compact(), settings(), out::println);
            return measure(stage, List.of(), Map.of());
        }
    }

    private Report measure(Stage stage, List<String> jvmOptions, Map<String, String> database) {
        Set<Scenario> wanted = wanted(stage);
        String startedAt = ZonedDateTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        // Memory first: what load leaves behind in the heap is not the idle sockets'.
        IdleResult idle = wanted.contains(Scenario.idle) && stage.process() != null
                ? new IdleScenario(stage, stage.process()).run()
                : null;
        List<LoadResult> messages = wanted.contains(Scenario.messages) ? new MessagesScenario(stage).run() : List.of();
        List<LoadResult> group = wanted.contains(Scenario.group) ? new GroupScenario(stage).run() : List.of();
        List<String> options = new ArrayList<>(jvmOptions);
        options.addAll(serverOptions);
        return new Report(startedAt, Machine.here(), options, database, stage.settings(), messages, group, idle);
    }

    private Set<Scenario> wanted(Stage stage) {
        Set<Scenario> wanted = scenarios.isEmpty() ? EnumSet.allOf(Scenario.class) : EnumSet.copyOf(scenarios);
        if (stage.process() == null && wanted.remove(Scenario.idle) && !scenarios.isEmpty()) {
            throw new BenchFailure(
                    "The memory of a server can only be read where the bench starts it: leave --url out.");
        }
        return wanted;
    }

    private Settings settings() {
        Settings usual = quick ? Settings.quick() : Settings.whole();
        int groupMembers = members == null ? usual.members() : members;
        return new Settings(
                usual.warmUpRate(),
                usual.warmUpSeconds(),
                usual.leadInSeconds(),
                seconds == null ? usual.seconds() : seconds,
                messageRates == null ? usual.messageRates() : messageRates,
                pairs == null ? usual.pairs() : pairs,
                groupRates == null ? usual.groupRates() : groupRates,
                groupMembers,
                Math.min(usual.groupSenders(), groupMembers),
                sockets == null ? usual.idleSockets() : sockets,
                usual.idleSeconds(),
                receipts);
    }

    private Path write(Report report) {
        String name = report.startedAt().substring(0, 19).replace(":", "") + ".json";
        Path target = file != null ? file : Installation.find().results().resolve(name);
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(target, json.writeValueAsString(report) + "\n");
            return target.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only broken promises count: to be slow or to refuse is a result. */
    private static boolean faultless(Report report) {
        return report.messages().stream().allMatch(result -> result.faults().none())
                && report.group().stream().allMatch(result -> result.faults().none());
    }

    private JsonMapper compact() {
        return JsonMapper.builder().build();
    }
}
