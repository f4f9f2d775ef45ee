package dev.chatcall.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.chatcall.protocol.media.MediaCommand;
import dev.chatcall.protocol.media.MediaReply;
import dev.chatcall.server.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The media service as a child: programs that fail, and the real one where there is a worker for it. */
@Timeout(120)
class MediaProcessTest {
    private static final Path REAL = Path.of("../tools/launcher/media.sh").toAbsolutePath();

    private final MediaNews news = new MediaNews();

    @TempDir
    private Path folder;

    private MediaClient client;

    @AfterEach
    void close() throws InterruptedException {
        if (client != null) { // a test that was skipped has none
            client.close();
        }
    }

    private void start(Path command) throws IOException {
        MediaSettings settings = new MediaSettings.Child(command, folder.resolve("media.secret"), "127.0.0.1");
        client = MediaClient.of(settings, Json.mapper(), new SecureRandom());
        client.listen(news);
        client.start();
    }

    private Path program(String... lines) throws IOException {
        Path program = folder.resolve("program");
        Files.writeString(program, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program;
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void itsLastWordsAreTheProblem() throws Exception {
        start(program("echo 'some noise' >&2", "echo 'Do this and that.' >&2", "exit 1"));
        await(() -> "Do this and that.".equals(client.status().problem()));
        assertThat(client.status().available()).isFalse();
    }

    @Test
    void aProgramThatIsNotThereIsAProblem() throws Exception {
        start(folder.resolve("nothing"));
        await(() -> String.valueOf(client.status().problem()).contains("cannot be started"));
    }

    @Test
    void itIsTriedAgain() throws Exception {
        Path tries = folder.resolve("tries");
        start(program("echo x >> " + tries, "echo \"try $(wc -l < " + tries + ")\" >&2", "exit 1"));
        await(() -> "try 3".equals(client.status().problem()));
    }

    @Test
    void itLearnsNoSecretOfTheServer() throws Exception {
        start(program(
                "env >&2", "echo \"$CHATCALL_MEDIA_SECRET|$CHATCALL_TURN_SECRET|$DATABASE_URL|${PATH:+path}\" >&2"));
        await(() -> "|||path".equals(client.status().problem()));
    }

    @Test
    void theSecretIsMadeOnceAndForItsOwnerAlone() throws Exception {
        Path file = folder.resolve("made.secret");
        String secret = MediaSecret.in(file, new SecureRandom());
        assertThat(secret).matches("[0-9a-f]{64}");
        assertThat(MediaSecret.in(file, new SecureRandom())).isEqualTo(secret);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        start(program("exit 1"));
    }

    @Test
    void theRealOneIsStartedCommandedRestartedAndStopped() throws Exception {
        assumeTrue(
                System.getenv("MEDIASOUP_WORKER_BIN") != null,
                "MEDIASOUP_WORKER_BIN names no worker: docker/mediasoup/worker/build.sh makes one");
        start(REAL);
        assertThat(news.next()).isEqualTo(MediaNews.AFRESH);
        assertThat(client.status().announcedAddress()).isEqualTo("127.0.0.1");
        assertThat(openRoom()).isInstanceOf(MediaReply.Room.class);

        ProcessHandle first = service();
        first.destroyForcibly();
        assertThat(news.next()).isEqualTo(MediaNews.AFRESH);
        assertThat(openRoom()).isInstanceOf(MediaReply.Room.class);

        ProcessHandle second = service();
        client.close();
        assertThat(second.isAlive()).isFalse();
    }

    @Test
    void aCommandThatTheRealOneDoesNotTakeIsRefused() throws Exception {
        assumeTrue(
                System.getenv("MEDIASOUP_WORKER_BIN") != null,
                "MEDIASOUP_WORKER_BIN names no worker: docker/mediasoup/worker/build.sh makes one");
        start(REAL);
        news.next();
        UUID none = UUID.randomUUID();
        try {
            client.ask(new MediaCommand.RestartIce(none, none, none)).join();
            throw new AssertionError("not refused");
        } catch (CompletionException e) {
            assertThat(e).hasMessageContaining("not_found");
        }
    }

    private MediaReply openRoom() {
        return client.ask(new MediaCommand.OpenRoom(UUID.randomUUID())).join();
    }

    /** The one child of this process that has a worker as its own. */
    private static ProcessHandle service() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.children()
                        .anyMatch(worker -> worker.info().command().orElse("").contains("mediasoup-worker")))
                .findFirst()
                .orElseThrow();
    }
}
