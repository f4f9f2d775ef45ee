package dev.chatcall.desktop.media.webrtc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real way of sound, through a sound server with devices that are not real. Skipped where there is no PulseAudio. */
@Tag("media")
class PulseSoundTest {
    private static final int RATE = 48_000;
    private static final long WITHIN_NANOS = 20_000_000_000L;

    @TempDir
    private Path folder;

    private @Nullable Process server;
    private @Nullable Process speech;

    @BeforeEach
    void listen() throws IOException, InterruptedException {
        assumeTrue(isThere("pulseaudio") && isThere("pactl") && isThere("pacat"), "There is no PulseAudio here");
        server = start(
                "pulseaudio",
                "-n",
                "--daemonize=no",
                "--exit-idle-time=-1",
                "--load=module-native-protocol-unix auth-anonymous=1 socket=" + socket(),
                "--load=module-null-sink sink_name=first",
                "--load=module-null-sink sink_name=second",
                "--load=module-null-sink sink_name=mouth",
                "--load=module-remap-source source_name=spoken master=mouth.monitor",
                "--load=module-null-source source_name=quiet");
        long end = System.nanoTime() + WITHIN_NANOS;
        while (start("pactl", "info").waitFor() != 0) {
            assertTrue(System.nanoTime() < end && server.isAlive(), "PulseAudio does not answer");
        }
        speech = start("pacat", "--playback", "--device=mouth", "--rate=" + RATE, "--format=s16le", "--channels=1");
        Process speaking = speech;
        Thread.ofVirtual().start(() -> hum(speaking.getOutputStream()));
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : Arrays.asList(speech, server)) {
            if (process != null) {
                process.destroy();
                assertTrue(process.waitFor() >= 0);
            }
        }
    }

    @Test
    void whatTheChosenMicrophoneHearsComesOutOfTheChosenSpeakerAndBothChangeWhileOneTalks() throws Exception {
        String said = OwnProgram.run(PulseProgram.class, Map.of("PULSE_SERVER", "unix:" + socket()));
        assertEquals(
                "choosable=true microphones=quiet,spoken speakers=first,mouth,second plays=second records=quiet "
                        + "plays=first records=spoken heard=true level=true test=ok",
                said);
    }

    private Path socket() {
        return folder.resolve("native");
    }

    private Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of(
                        "PULSE_SERVER", "unix:" + socket(),
                        "PULSE_RUNTIME_PATH", folder.toString(),
                        "XDG_CONFIG_HOME", folder.toString(),
                        "HOME", folder.toString()));
        return builder.start();
    }

    private static boolean isThere(String command) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                .anyMatch(each -> new File(each, command).canExecute());
    }

    /** Until nobody listens any more. */
    private static void hum(OutputStream to) {
        byte[] samples = new byte[2 * RATE / 10];
        for (int i = 0; i < samples.length / 2; i++) {
            short value = (short) (8_000 * Math.sin(2 * Math.PI * 440 * i / RATE));
            samples[2 * i] = (byte) value;
            samples[2 * i + 1] = (byte) (value >> 8);
        }
        try (to) {
            while (true) {
                to.write(samples);
            }
        } catch (IOException ended) {
            // It was ended.
        }
    }
}
