package dev.chatcall.desktop.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.chatcall.desktop.check.Check;
import dev.chatcall.desktop.check.Check.Name;
import dev.chatcall.desktop.check.Check.Problem;
import dev.chatcall.desktop.check.Check.State;
import dev.chatcall.desktop.media.webrtc.TestEngines;
import dev.chatcall.desktop.testing.Awaiting;
import dev.chatcall.desktop.testing.TestDevice;
import dev.chatcall.desktop.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of the connection against the real server and its media service. */
@Tag("machine")
class ConnectionCheckTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path SERVICE =
            Path.of("..", "docker", "mediasoup").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    /** The server starts one program: this one becomes the service. */
    private TestServer withMedia() throws IOException {
        Path command = folder.resolve("media.sh");
        Files.writeString(command, "#!/bin/sh\nexec node " + SERVICE + " \"$@\"\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
        return TestServer.start(Map.of(
                "CHATCALL_MEDIA", "on",
                "CHATCALL_MEDIA_COMMAND", command.toString(),
                "CHATCALL_MEDIA_PORTS", "45400-45409",
                "CHATCALL_MEDIA_WORKERS", "1",
                "CHATCALL_MEDIA_ANNOUNCED_ADDRESS", "127.0.0.1"));
    }

    @Test
    void findsTheMediaServiceOverBothWaysAndWhatThisMachineLacks() throws Exception {
        assumeTrue(Files.exists(SERVICE.resolve("dist")), "npm run build in docker/mediasoup comes first");
        assumeTrue(System.getenv("MEDIASOUP_WORKER_BIN") != null, "MEDIASOUP_WORKER_BIN names no worker");
        try (TestServer server = withMedia();
                TestDevice device = TestDevice.of(server, server.register("checker"), TestEngines::silent)
                        .awaitLive()) {
            Map<Name, Check> found = check(device);
            // The media service starts beside the server, which does not wait for it.
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (found.get(Name.MEDIA_SERVICE).state() != State.PASSED && System.nanoTime() < end) {
                found = check(device);
            }
            Map<Name, State> states = new EnumMap<>(Name.class);
            found.forEach((name, check) -> states.put(name, check.state()));
            assertThat(states)
                    .as("%s", found.values())
                    .containsEntry(Name.WEB_SOCKET, State.PASSED)
                    .containsEntry(Name.CLOCK, State.PASSED)
                    .containsEntry(Name.CAMERA, State.PASSED)
                    .containsEntry(Name.MEDIA_SERVICE, State.PASSED)
                    .containsEntry(Name.MEDIA_UDP, State.PASSED)
                    .containsEntry(Name.MEDIA_TCP, State.PASSED);
            assertThat(found.get(Name.CERTIFICATE).problem()).isEqualTo(Problem.PLAIN);
            assertThat(found.get(Name.MICROPHONE).problem()).isEqualTo(Problem.MISSING);
        }
    }

    private static Map<Name, Check> check(TestDevice device) throws Exception {
        Map<Name, Check> found = new ConcurrentHashMap<>();
        Awaiting.done(device.client().checks().run(check -> found.put(check.name(), check)));
        return found;
    }
}
