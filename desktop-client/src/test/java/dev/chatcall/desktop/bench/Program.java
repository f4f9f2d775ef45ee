package dev.chatcall.desktop.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged program as a process, told what to do where it was started with the tests' driver. */
final class Program implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int END_SECONDS = 10;

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream commands;

    private Program(Process process) {
        this.process = process;
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** As people start it. */
    static Program launched(Image image, VirtualScreen screen, Path data, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(image.launcher().toString(), "--data", data.toString()));
        command.addAll(List.of(arguments));
        return started(command, screen);
    }

    /** The same Java with the same options, and the driver behind it. */
    static Program driven(Image image, VirtualScreen screen, Path data, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(image.java());
        command.add("dev.chatcall.desktop.driver.DesktopDriver");
        command.addAll(List.of("--data", data.toString()));
        command.addAll(List.of(arguments));
        return started(command, screen);
    }

    private static Program started(List<String> command, VirtualScreen screen) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // On everybody's machine the same: English, light, and no tray or bus.
        builder.environment()
                .keySet()
                .removeAll(List.of("XDG_CURRENT_DESKTOP", "DBUS_SESSION_BUS_ADDRESS", "JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(Map.of("DISPLAY", screen.name(), "LC_ALL", "C.UTF-8"));
        return new Program(builder.start());
    }

    /** Has the driver do something; its answer. */
    JsonNode tell(String what, String name, String text) {
        try {
            commands.println(JSON.writeValueAsString(Map.of("do", what, "name", name, "text", text)));
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("The program has ended.");
            }
            JsonNode answer = JSON.readTree(line);
            if (answer.has("error")) {
                throw new IllegalStateException(what + ": " + answer.get("error"));
            }
            return answer.get("ok");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode tell(String what, String name) {
        return tell(what, name, "");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Memory of its processes in KiB, pages shared with others counted by their share. */
    long proportionalKib() {
        try (Stream<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())) {
            return all.mapToLong(each -> kibOf(each.pid())).sum();
        }
    }

    private static long kibOf(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processor time of all its processes in milliseconds. */
    long processorMs() {
        return process.info()
                .totalCpuDuration()
                .map(java.time.Duration::toMillis)
                .orElse(0L);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
