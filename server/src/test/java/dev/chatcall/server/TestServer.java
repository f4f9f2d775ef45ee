package dev.chatcall.server;

import dev.chatcall.protocol.account.RegistrationMode;
import dev.chatcall.server.database.TestDatabase;
import dev.chatcall.server.media.MediaService;
import dev.chatcall.server.media.MediaSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A whole server on a free port of this machine, with a database of its own; started in about a second. */
public final class TestServer implements AutoCloseable {
    private final TestDatabase database = TestDatabase.create();
    private final AtomicInteger names = new AtomicInteger();
    private final Configuration configuration;
    private Server server;

    private final Clock clock;
    private final MediaService media;

    private TestServer(UnaryOperator<Configuration> adjust, Clock clock, MediaService media) {
        this.configuration = adjust.apply(usual());
        this.clock = clock;
        this.media = media;
        server = Server.start(configuration, clock, media);
    }

    /** With open registration and without rate limits. */
    public static TestServer start() {
        return start(UnaryOperator.identity());
    }

    /** @param adjust changes the configuration that {@link #start()} takes */
    public static TestServer start(UnaryOperator<Configuration> adjust) {
        return new TestServer(adjust, Clock.systemUTC(), null);
    }

    /**
     * @param clock the server's, for tests in which time passes
     * @param media in place of the real media service, or null for none
     */
    public static TestServer start(UnaryOperator<Configuration> adjust, Clock clock, MediaService media) {
        return new TestServer(adjust, clock, media);
    }

    private Configuration usual() {
        return new Configuration(
                "127.0.0.1",
                0,
                folder(),
                "Test",
                RegistrationMode.OPEN,
                null,
                null,
                null,
                database.url(),
                null,
                null,
                null,
                null,
                "",
                List.of(),
                List.of(),
                null,
                false,
                new MediaSettings.Off("Not in this test."),
                4);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "test-server");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server in order and starts it again on the same data, at another port. */
    public void restart() {
        server.close();
        server = Server.start(configuration, clock, media);
    }

    public URI address() {
        return server.address();
    }

    public Server server() {
        return server;
    }

    public TestDatabase database() {
        return database;
    }

    /** Registers somebody new, whose name begins as given. The first one administers the server. */
    public TestPerson register(String name) {
        return TestPerson.register(this, name + names.incrementAndGet());
    }

    /** Registers two people who are each other's contact. */
    public void befriend(TestPerson one, TestPerson other) {
        one.post("/api/contacts/requests", "{\"accountId\":\"" + other.id() + "\"}")
                .expect(200);
        other.post("/api/contacts/requests/" + one.id() + "/accept", "{}").expect(200);
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
