package dev.chatcall.bench.installation;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder that this was built in, and how a server is started from it: just as the launcher does.
 *
 * @param root the project's folder
 */
public record Installation(Path root) {

    /** @throws BenchFailure when this does not run from the jar in its place */
    public static Installation find() {
        try {
            Path jar = Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path root = jar.resolve("../../../..").normalize();
            if (!Files.isRegularFile(root.resolve("server/java.options"))) {
                throw new BenchFailure("There is no server/java.options in " + root + ": run ./chatcall bench.");
            }
            return new Installation(root);
        } catch (URISyntaxException e) {
            throw new BenchFailure("The bench cannot find where it was built.", e);
        }
    }

    /**
     * The command that starts a server on a free port.
     *
     * @param moreOptions for the JVM
     */
    List<String> serverCommand(Path data, List<String> moreOptions) {
        Path jar = root.resolve("server/target/chatcall-server.jar");
        if (!Files.isRegularFile(jar)) {
            throw new BenchFailure("The server is not built: " + jar + " is missing.");
        }
        List<String> command = new ArrayList<>();
        command.add(javaProgram("java"));
        command.add("@" + root.resolve("server/java.options"));
        Path cache = root.resolve(".chatcall/server.aot");
        if (fits(cache, jar) && moreOptions.isEmpty()) {
            command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off"));
        }
        command.addAll(moreOptions);
        command.addAll(List.of("-jar", jar.toString(), "--port", "0", "--host", "127.0.0.1"));
        command.addAll(List.of("--data", data.toString()));
        return command;
    }

    /** Where servers that are measured keep their data: on the disk that the project is on. */
    Path scratch() {
        return root.resolve("server/bench/target/data");
    }

    /** Where results are kept. */
    public Path results() {
        return root.resolve("server/bench/results");
    }

    /** The JVM options of the server, for the report. */
    public List<String> serverOptions() {
        try {
            return Files.readAllLines(root.resolve("server/java.options")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new BenchFailure("The server's JVM options cannot be read.", e);
        }
    }

    /** One of the programs of the JDK that runs this. */
    static String javaProgram(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static boolean fits(Path cache, Path jar) {
        try {
            return Files.isRegularFile(cache)
                    && Files.size(cache) > 0
                    && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
