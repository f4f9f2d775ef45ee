package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.ui.Screens;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens addresses outside of the program. What a link shows is not where it leads: the address is shown first. */
public final class Links {
    private static final Logger LOG = LoggerFactory.getLogger(Links.class);

    /** Opens an address with the system's own program for it. */
    @FunctionalInterface
    public interface Browser {
        void open(String address) throws IOException;
    }

    private final Screens screens;
    private final Browser browser;

    public Links(Screens screens, Browser browser) {
        this.screens = screens;
        this.browser = browser;
    }

    /** The system's browser or mail program. */
    public static Browser system() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return address -> {
            List<String> command = system.contains("win")
                    ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                    : List.of(system.contains("mac") ? "open" : "xdg-open", address);
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        };
    }

    /** @param shown what the link says */
    void follow(String address, String shown) {
        if (saysWhere(address, shown)) {
            open(address);
            return;
        }
        screens.dialogs()
                .confirm(
                        screens.t("desktop.link.title"),
                        address,
                        screens.t("desktop.link.open"),
                        false,
                        () -> open(address));
    }

    private static boolean saysWhere(String address, String shown) {
        return List.of("", "http://", "mailto:").stream()
                .map(start -> start + shown)
                .anyMatch(full -> full.equals(address) || (full + "/").equals(address));
    }

    private void open(String address) {
        try {
            browser.open(address);
        } catch (IOException e) {
            LOG.info("No program opens addresses here: {}", e.getMessage());
            screens.toasts().show(screens.t("desktop.link.failed"));
        }
    }
}
