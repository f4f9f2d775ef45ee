package dev.chatcall.desktop;

import dev.chatcall.desktop.account.DataFolder;
import dev.chatcall.desktop.instance.SingleInstance;
import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.media.MediaEngine;
import dev.chatcall.desktop.media.webrtc.WebRtcEngine;
import dev.chatcall.desktop.storage.SqliteLibrary;
import dev.chatcall.desktop.ui.attention.CommandNotices;
import dev.chatcall.desktop.ui.attention.Ping;
import dev.chatcall.desktop.ui.attention.SystemNotices;
import dev.chatcall.desktop.ui.emoji.Emojis;
import dev.chatcall.desktop.ui.fx.FxThread;
import dev.chatcall.desktop.ui.shell.FeaturePanes;
import dev.chatcall.desktop.ui.shell.MainWindow;
import dev.chatcall.desktop.ui.shell.Shell;
import dev.chatcall.desktop.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** The program, put together. What it opens it closes in reverse order. */
public class Desktop extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);
    private static final Duration REHEARSED_ASKING = Duration.seconds(2);
    private static final Duration REHEARSED_TALKING = Duration.seconds(4);
    private static final int UNANSWERED = 3;

    private final FxThread fx = FxThread.platform();
    private final Options options = new Options();
    private @Nullable SingleInstance instance;
    private @Nullable Device device;
    private @Nullable Shell shell;

    /** Off the JavaFX thread, while the toolkit starts. A second start ends here. */
    @Override
    public void init() throws IOException {
        List<String> arguments = getParameters().getRaw();
        new CommandLine(options).parseArgs(arguments.toArray(String[]::new));
        Path home = Path.of(System.getProperty("user.home", "."));
        Map<String, String> environment = System.getenv();
        DataFolder folder =
                DataFolder.find(options.data, environment, system(), home).create();
        List<String> handed = options.target == null ? List.of() : List.of(options.target);
        switch (SingleInstance.begin(folder, handed)) {
            case SingleInstance.Start.First(SingleInstance first) -> instance = first;
            case SingleInstance.Start.HandedOver() -> System.exit(0);
            case SingleInstance.Start.Unanswered() -> {
                LOG.error("ChatCall is open already and does not answer. End it, then try again.");
                System.exit(UNANSWERED);
            }
        }
        SqliteLibrary.unpackInto(folder.file("native"));
        device = new Device(folder, this::media);
        if (options.rehearse) {
            Rehearsal.prepare(folder, device.loop());
        }
    }

    @Override
    public void start(Stage stage) {
        Platform.setImplicitExit(false);
        if (device == null || instance == null) {
            throw new IllegalStateException("init comes first");
        }
        Device kept = device;
        Theme theme = new Theme();
        theme.choose(kept.preferences().state().get().theme());
        MainWindow window = new MainWindow(stage, theme, kept.window().orElse(null), kept::keep);
        Shell opened = shell(kept, theme, window);
        shell = opened;
        opened.begin(options.target);
        window.show();
        instance.onStart(handed -> fx.execute(() -> opened.startedAgain(handed)));
        if (options.rehearse) {
            rehearse(kept, opened);
        } else {
            opened.findTray(system(), System.getenv());
            new Tidying(kept.loop()).watch(stage.getScene());
        }
    }

    /** First as at the very first start, then as at every later one. */
    private static void rehearse(Device kept, Shell opened) {
        PauseTransition asking = new PauseTransition(REHEARSED_ASKING);
        PauseTransition talking = new PauseTransition(REHEARSED_TALKING);
        asking.setOnFinished(event -> {
            kept.accounts().used(Rehearsal.SERVER, Rehearsal.ME);
            opened.startedAgain(List.of(Rehearsal.link()));
            talking.play();
        });
        talking.setOnFinished(event -> Platform.exit());
        asking.play();
    }

    @Override
    public void stop() throws IOException {
        if (shell != null) {
            shell.close();
        }
        if (device != null) {
            device.close();
        }
        if (instance != null) {
            instance.close();
        }
    }

    /** What calls need of the machine; called once a call is at hand. Tests put another in its place. */
    protected MediaEngine media(Loop loop) {
        return WebRtcEngine.ofThisMachine(loop);
    }

    private Shell shell(Device kept, Theme theme, MainWindow window) {
        SystemNotices notices = CommandNotices.find(
                system(), System.getenv().getOrDefault("PATH", ""), kept.loop().background(), fx);
        return new Shell(
                new Shell.Kept(kept.preferences().state(), kept.accounts()),
                new Shell.Machine(
                        kept.loop(),
                        fx,
                        kept.clock(),
                        kept.serverCheck(),
                        notices,
                        new Ping(kept.loop().background())),
                kept::open,
                window,
                theme,
                new FeaturePanes(),
                new Emojis());
    }

    private static String system() {
        return System.getProperty("os.name", "");
    }
}
