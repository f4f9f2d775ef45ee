package dev.chatcall.server;

import dev.chatcall.server.doctor.Doctor;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds out whether calls will work on a server that runs. */
@Command(name = "doctor", description = "Finds out whether calls will work.", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where clients find the server (CHATCALL_PUBLIC_URL, http://127.0.0.1:8080).")
    private @Nullable URI url;

    @Option(names = "--port", paramLabel = "N", description = "Its port, where it is on this machine.")
    private @Nullable Integer port;

    @Override
    public Integer call() {
        try {
            Configuration configuration = new Environment(System.getenv()).read(null, port, null);
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            return new Doctor(target(configuration), configuration.metricsToken(), Clock.systemUTC(), out).examine()
                    ? 0
                    : 1;
        } catch (StartFailure failure) {
            System.err.println(failure.sentence());
            return 1;
        }
    }

    private URI target(Configuration configuration) {
        if (url != null) {
            if (url.getHost() == null
                    || url.getScheme() == null
                    || !url.getScheme().matches("https?")) {
                throw new StartFailure(
                        "\"" + url + "\" is no address of a server: it begins with http:// or https://.");
            }
            return url;
        }
        URI known = configuration.publicUrl();
        return known != null && port == null ? known : URI.create("http://127.0.0.1:" + configuration.port());
    }
}
