package dev.chatcall.server;

import dev.chatcall.server.database.DatabaseUnavailableException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the server and keeps it until it is told to stop. */
@Command(
        name = "chatcall-server",
        description = "The ChatCall server.",
        mixinStandardHelpOptions = true,
        subcommands = DoctorCommand.class)
public final class Main implements Callable<Integer> {
    private static final int FAILED = 1;

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on (CHATCALL_PORT, 8080).")
    private @Nullable Integer port;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder that keeps everything (CHATCALL_DATA, data).")
    private @Nullable Path dataFolder;

    @Option(names = "--host", paramLabel = "HOST", description = "Address to listen on (CHATCALL_HOST, 127.0.0.1).")
    private @Nullable String host;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            Configuration configuration = new Environment(System.getenv()).read(host, port, dataFolder);
            serve(Server.start(configuration));
            return 0;
        } catch (StartFailure failure) {
            System.err.println(failure.sentence());
        } catch (DatabaseUnavailableException failure) {
            System.err.println(failure.getMessage());
        }
        return FAILED;
    }

    private static void serve(Server server) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            stopped.countDown();
                        },
                        "stop"));
        System.out.println("ChatCall is ready at " + server.address());
        stopped.await();
    }
}
