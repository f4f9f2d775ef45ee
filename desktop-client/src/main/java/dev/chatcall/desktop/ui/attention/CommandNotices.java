package dev.chatcall.desktop.ui.attention;

import dev.chatcall.desktop.ui.fx.FxThread;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notifications through the command that the desktop brings for it: {@code notify-send} on Linux, {@code osascript} on
 * macOS. No library is loaded and nothing is kept for them.
 */
public final class CommandNotices implements SystemNotices {
    private static final Logger LOG = LoggerFactory.getLogger(CommandNotices.class);
    private static final int WAIT_SECONDS = 30;

    private final boolean mac;
    private final Executor background;
    private final FxThread fx;

    private CommandNotices(boolean mac, Executor background, FxThread fx) {
        this.mac = mac;
        this.background = background;
        this.fx = fx;
    }

    /** Those of this system; none where the command is missing. */
    public static SystemNotices find(String system, String searchPath, Executor background, FxThread fx) {
        String name = system.toLowerCase(Locale.ROOT);
        boolean mac = name.startsWith("mac");
        if (!mac && !name.startsWith("linux")) {
            return SystemNotices.none();
        }
        String command = mac ? "osascript" : "notify-send";
        for (String folder : searchPath.split(Pattern.quote(File.pathSeparator))) {
            if (new File(folder, command).canExecute()) {
                return new CommandNotices(mac, background, fx);
            }
        }
        return SystemNotices.none();
    }

    @Override
    public boolean show(String title, String text, Runnable open) {
        background.execute(() -> {
            if (run(mac ? script(title, text) : notify(title, text))) {
                fx.execute(open);
            }
        });
        return true;
    }

    private static List<String> notify(String title, String text) {
        List<String> command = new ArrayList<>(List.of("notify-send", "--app-name=ChatCall", "--icon=chatcall"));
        // With an action it stays until it is pressed or gone, and says which.
        command.addAll(List.of("--action=default=ChatCall", "--", title, escaped(text)));
        return command;
    }

    /** Some desktops read markup in the text. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static List<String> script(String title, String text) {
        return List.of(
                "osascript",
                "-e",
                "on run argv",
                "-e",
                "display notification (item 2 of argv) with title (item 1 of argv)",
                "-e",
                "end run",
                title,
                text);
    }

    /** @return whether it was pressed */
    private static boolean run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            try (InputStream said = process.getInputStream()) {
                String answer = new String(said.readAllBytes(), StandardCharsets.UTF_8).strip();
                if (!process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroy();
                }
                return answer.equals("default");
            }
        } catch (IOException e) {
            LOG.info("The system shows no notification: {}", e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
