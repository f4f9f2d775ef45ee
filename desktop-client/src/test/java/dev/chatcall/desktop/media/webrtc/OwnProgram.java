package dev.chatcall.desktop.media.webrtc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The library ends the whole program where it is used wrongly; so what tries that runs in one of its own. */
final class OwnProgram {
    private OwnProgram() {}

    /** Without sound, camera and display. @return the first line that it says */
    static String run(Class<?> program) throws IOException, InterruptedException {
        // Where no sound server of this user listens, and none is begun.
        return run(
                program,
                Map.of(
                        "XDG_RUNTIME_DIR", "/nonexistent",
                        "PULSE_RUNTIME_PATH", "/nonexistent",
                        "PULSE_CLIENTCONFIG", "/dev/null"));
    }

    /** Without camera and display. */
    static String run(Class<?> program, Map<String, String> environment) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(
                java.toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName());
        builder.environment().remove("DISPLAY");
        builder.environment().remove("PULSE_SERVER");
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        assertEquals(0, process.waitFor(), said);
        // After it the library may say something about its own threads.
        return said.lines().findFirst().orElse("");
    }
}
