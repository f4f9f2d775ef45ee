package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.webrtc.PulseListing.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sound server's command. Where it is missing, refuses or does not answer, it has nothing to say. */
final class Pactl {
    private static final Logger LOG = LoggerFactory.getLogger(Pactl.class);
    private static final int WITHIN_SECONDS = 2;

    /** @param what such as sinks */
    List<Entry> list(String what) {
        return PulseListing.read(run("list", what));
    }

    /** @return the lines that it said */
    List<String> run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("pactl"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            // Whoever does not answer is ended, and with it what is read.
            process.onExit().orTimeout(WITHIN_SECONDS, TimeUnit.SECONDS).exceptionally(silent -> {
                process.destroyForcibly();
                return process;
            });
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            LOG.debug("There is no pactl", e);
            return List.of();
        }
    }
}
