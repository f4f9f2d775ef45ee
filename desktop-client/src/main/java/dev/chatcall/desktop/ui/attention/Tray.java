package dev.chatcall.desktop.ui.attention;

import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.fx.FxThread;
import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.TrayIcon.MessageType;
import java.io.IOException;
import java.net.URL;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program's icon in the system's tray. It is AWT's, which costs memory and a moment: where no tray is to be expected
 * it is not touched at all.
 */
public final class Tray implements SystemNotices, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tray.class);
    /** Linux desktops whose trays take the icons that AWT makes. */
    private static final Set<String> WITH_TRAY = Set.of("xfce", "mate", "lxde", "lxqt", "x-cinnamon", "cinnamon");

    private final TrayIcon icon;
    private Runnable pressed = () -> {};

    private Tray(TrayIcon icon) {
        this.icon = icon;
    }

    /** Whether this system is one that may have a tray. */
    public static boolean isLikely(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (!name.startsWith("linux")) {
            return true;
        }
        String desktop = environment.getOrDefault("XDG_CURRENT_DESKTOP", "").toLowerCase(Locale.ROOT);
        return environment.containsKey("DISPLAY") && WITH_TRAY.stream().anyMatch(desktop::contains);
    }

    /** Blocks for a moment: not on the JavaFX thread. Empty where there is no tray. */
    public static Optional<Tray> install(Texts texts, FxThread fx, Runnable open, Runnable quit) {
        if (GraphicsEnvironment.isHeadless() || !SystemTray.isSupported()) {
            return Optional.empty();
        }
        URL picture = Objects.requireNonNull(Tray.class.getResource("icon-192.png"));
        try {
            TrayIcon icon = new TrayIcon(ImageIO.read(picture), texts.t("app.name"));
            icon.setImageAutoSize(true);
            PopupMenu menu = new PopupMenu();
            menu.add(item(texts.t("desktop.tray.open"), fx, open));
            menu.add(item(texts.t("desktop.tray.quit"), fx, quit));
            icon.setPopupMenu(menu);
            SystemTray.getSystemTray().add(icon);
            Tray tray = new Tray(icon);
            icon.addActionListener(event -> fx.execute(() -> {
                open.run();
                tray.takePressed().run();
            }));
            return Optional.of(tray);
        } catch (AWTException | IOException e) {
            LOG.info("No place in the tray: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Says how much is unread where the pointer rests on it. */
    public void tell(String text) {
        EventQueue.invokeLater(() -> icon.setToolTip(text));
    }

    @Override
    public boolean show(String title, String text, Runnable open) {
        synchronized (this) {
            pressed = open;
        }
        EventQueue.invokeLater(() -> icon.displayMessage(title, text, MessageType.NONE));
        return true;
    }

    @Override
    public void close() {
        SystemTray.getSystemTray().remove(icon);
    }

    private synchronized Runnable takePressed() {
        Runnable taken = pressed;
        pressed = () -> {};
        return taken;
    }

    private static MenuItem item(String text, FxThread fx, Runnable act) {
        MenuItem item = new MenuItem(text);
        item.addActionListener(event -> fx.execute(act));
        return item;
    }
}
