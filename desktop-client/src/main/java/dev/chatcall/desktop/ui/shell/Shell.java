package dev.chatcall.desktop.ui.shell;

import dev.chatcall.desktop.account.Accounts;
import dev.chatcall.desktop.account.KnownAccount;
import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.instance.Link;
import dev.chatcall.desktop.instance.SignInLink;
import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.server.ServerAddress;
import dev.chatcall.desktop.server.ServerCheck;
import dev.chatcall.desktop.text.Language;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.attention.Ping;
import dev.chatcall.desktop.ui.attention.SystemNotices;
import dev.chatcall.desktop.ui.attention.Tray;
import dev.chatcall.desktop.ui.emoji.Emojis;
import dev.chatcall.desktop.ui.fx.FxThread;
import dev.chatcall.desktop.ui.signin.ServerView;
import dev.chatcall.desktop.ui.theme.Theme;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import javafx.application.Platform;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** What the window shows: which server to ask, or one account; and the way between accounts. On the JavaFX thread. */
public final class Shell implements AccountSwitch, AutoCloseable {
    /** What is kept on this device from one start to the next. */
    public record Kept(Observable<DevicePreferences> preferences, Accounts accounts) {}

    /** What the program runs on. */
    public record Machine(
            Loop loop, FxThread fx, Clock clock, ServerCheck serverCheck, SystemNotices notices, Ping ping) {}

    /** Nobody waits longer for a program to end. */
    private static final int LEAVING_SECONDS = 2;

    private final Kept kept;
    private final Machine machine;
    private final BiFunction<String, @Nullable UUID, OpenAccount> clients;
    private final MainWindow window;
    private final Theme theme;
    private final Panes panes;
    private final Emojis emojis;
    private final Subscription preferences;
    private Texts texts;
    private @Nullable AccountWindow open;
    private @Nullable Tray tray;

    public Shell(
            Kept kept,
            Machine machine,
            BiFunction<String, @Nullable UUID, OpenAccount> clients,
            MainWindow window,
            Theme theme,
            Panes panes,
            Emojis emojis) {
        this.kept = kept;
        this.machine = machine;
        this.clients = clients;
        this.window = window;
        this.theme = theme;
        this.panes = panes;
        this.emojis = emojis;
        texts = Texts.of(languageOf(kept.preferences().get()));
        window.prefer(kept.preferences().get());
        window.onClose(this::closed);
        window.inFront().addListener((property, before, now) -> inFront(now));
        preferences = kept.preferences().onChange(now -> machine.fx().execute(() -> prefer(now)));
    }

    /** @param target what the program was started with: a server's address, a link, or nothing */
    public void begin(@Nullable String target) {
        if (target != null && follow(target)) {
            return;
        }
        Optional<String> last = kept.accounts().lastServer();
        if (last.isPresent()) {
            openLastOf(last.get());
        } else {
            askServer();
        }
    }

    /** The program was started a second time. */
    public void startedAgain(List<String> arguments) {
        window.raise();
        if (!arguments.isEmpty()) {
            follow(arguments.getFirst());
        }
    }

    /** Puts the program into the tray where there is one; soon, and off this thread. */
    public void findTray(String system, Map<String, String> environment) {
        if (!Tray.isLikely(system, environment)) {
            return;
        }
        Texts now = texts;
        machine.loop()
                .background()
                .execute(() -> Tray.install(now, machine.fx(), window::raise, this::quit)
                        .ifPresent(found -> machine.fx().execute(() -> tray = found)));
    }

    @Override
    public void open(Node at) {
        AccountMenu.show(at, texts, kept.accounts().known().get(), this::openKnown, this::askServer);
    }

    /** Asks which server; what was open stays until another is. */
    void askServer() {
        AccountWindow before = open;
        Runnable back = before == null ? null : () -> show(before);
        window.content(
                new ServerView(
                        texts,
                        machine.serverCheck(),
                        machine.fx(),
                        there -> openServer(there.url(), null, there.link().orElse(null)),
                        back),
                texts.rightToLeft());
        window.title(texts.t("app.name"));
    }

    @Override
    public void close() {
        window.keepPlace();
        preferences.close();
        if (open != null) {
            open.close();
        }
        if (tray != null) {
            tray.close();
        }
    }

    private boolean follow(String target) {
        Optional<Link> link = Link.parse(target);
        if (link.isPresent()) {
            String server = link.get().server();
            if (open == null || !open.isOf(server)) {
                openLastOf(server);
            }
            if (open != null) {
                open.follow(link.get());
            }
            return true;
        }
        Optional<SignInLink> signIn = SignInLink.parse(target);
        if (signIn.isPresent()) {
            openServer(signIn.get().server(), null, signIn.get());
            return true;
        }
        if (ServerAddress.parse(target) instanceof ServerAddress.Typed.Url(String url)) {
            if (open == null || !open.isOf(url)) {
                openLastOf(url);
            }
            return true;
        }
        return false;
    }

    private void openLastOf(String server) {
        openServer(
                server,
                kept.accounts().lastUsed(server).map(KnownAccount::accountId).orElse(null),
                null);
    }

    private void openKnown(KnownAccount account) {
        if (open == null || !open.isOf(account.server(), account.accountId())) {
            openServer(account.server(), account.accountId(), null);
        }
    }

    /** @param link what somebody came with who is not signed in there */
    private void openServer(String server, @Nullable UUID accountId, @Nullable SignInLink link) {
        if (open != null) {
            open.close();
        }
        machine.loop().execute(() -> kept.accounts().usedServer(server));
        AccountWindow next = new AccountWindow(
                clients.apply(server, accountId),
                machine,
                kept.accounts(),
                window,
                panes,
                emojis,
                this,
                this::askServer,
                link);
        open = next;
        next.start();
        next.useTray(() -> tray);
        show(next);
    }

    private void show(AccountWindow account) {
        window.content(account.build(texts), texts.rightToLeft());
        account.inFront(window.inFront().getValue());
    }

    private void prefer(DevicePreferences now) {
        theme.choose(now.theme());
        window.prefer(now);
        Language language = languageOf(now);
        if (language.id().equals(texts.language())) {
            return;
        }
        texts = Texts.of(language);
        if (open == null) {
            askServer();
        } else {
            show(open);
        }
    }

    private void inFront(boolean now) {
        if (open != null) {
            open.inFront(now);
        }
    }

    private void closed() {
        if (tray != null) {
            window.hide();
        } else {
            quit();
        }
    }

    /** Somebody ends the program: the others of a call are told before, and need not wait for them to come back. */
    private void quit() {
        window.hide();
        if (open == null) {
            Platform.exit();
            return;
        }
        open.leaveCall()
                .completeOnTimeout(null, LEAVING_SECONDS, TimeUnit.SECONDS)
                .whenComplete((done, failure) -> machine.fx().execute(Platform::exit));
    }

    private static Language languageOf(DevicePreferences preferences) {
        String chosen = preferences.language();
        return chosen == null ? Language.ofSystem() : Language.choose(List.of(chosen));
    }
}
