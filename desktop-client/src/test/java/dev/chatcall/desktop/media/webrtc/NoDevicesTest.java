package dev.chatcall.desktop.media.webrtc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The library ends the whole program where it is used wrongly; so each of these runs in one of its own. */
@Tag("machine")
class NoDevicesTest {

    @Test
    void aMachineWithoutSoundCameraAndDisplaySaysSoAndGoesOn() throws Exception {
        assertEquals(
                "soundMissing=true canShareScreen=false microphone=MISSING camera=MISSING screen=MISSING test=MISSING "
                        + "speaker=ok level=0.0 offer=ok ok",
                run());
    }

    @Test
    void thereIsNoDisplayWhereNobodyAnswers() {
        assertFalse(Display.answers(null));
        assertFalse(Display.answers(""));
        assertFalse(Display.answers("nonsense"));
        assertFalse(Display.answers(":98765"));
    }

    private static String run() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(
                java.toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                NoDevicesProgram.class.getName());
        builder.environment().remove("DISPLAY");
        builder.environment().remove("PULSE_SERVER");
        // Where no sound server of this user listens, and none is begun.
        builder.environment().put("XDG_RUNTIME_DIR", "/nonexistent");
        builder.environment().put("PULSE_RUNTIME_PATH", "/nonexistent");
        builder.environment().put("PULSE_CLIENTCONFIG", "/dev/null");
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
