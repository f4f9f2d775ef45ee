package dev.chatcall.desktop.ui.shell;

import dev.chatcall.desktop.account.Accounts;
import dev.chatcall.desktop.call.CallPhase;
import dev.chatcall.desktop.client.Badge;
import dev.chatcall.desktop.client.ChatClient;
import dev.chatcall.desktop.client.Session;
import dev.chatcall.desktop.instance.Link;
import dev.chatcall.desktop.instance.SignInLink;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.CallStage;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.attention.Attention;
import dev.chatcall.desktop.ui.attention.SystemNotices;
import dev.chatcall.desktop.ui.attention.Tray;
import dev.chatcall.desktop.ui.call.RingNotice;
import dev.chatcall.desktop.ui.emoji.Emojis;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.signin.SignInScreen;
import dev.chatcall.desktop.ui.widget.DialogLayer;
import dev.chatcall.desktop.ui.widget.ToastLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One account in the window, from when it is opened until another is. */
final class AccountWindow implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AccountWindow.class);

    private final OpenAccount account;
    private final ChatClient client;
    private final Shell.Machine machine;
    private final Accounts accounts;
    private final MainWindow window;
    private final Panes panes;
    private final Emojis emojis;
    private final AccountSwitch accountSwitch;
    private final Runnable otherServer;
    private final @Nullable SignInLink link;
    private final Navigator navigation = new Navigator();
    private final CallStage stage = new CallStage();
    private final List<Subscription> running = new ArrayList<>();
    private Subscription attention = () -> {};
    private Supplier<@Nullable Tray> tray = () -> null;
    private @Nullable UUID accountId;

    AccountWindow(
            OpenAccount account,
            Shell.Machine machine,
            Accounts accounts,
            MainWindow window,
            Panes panes,
            Emojis emojis,
            AccountSwitch accountSwitch,
            Runnable otherServer,
            @Nullable SignInLink link) {
        this.link = link;
        this.account = account;
        this.client = account.client();
        this.machine = machine;
        this.accounts = accounts;
        this.window = window;
        this.panes = panes;
        this.emojis = emojis;
        this.accountSwitch = accountSwitch;
        this.otherServer = otherServer;
    }

    void start() {
        running.add(client.state().session().onChange(this::remember));
        running.add(client.state()
                .account()
                .onChange(own -> own.ifPresent(known -> accounts.shown(client.serverUrl(), known.person()))));
        client.start();
    }

    boolean isOf(String server) {
        return client.serverUrl().equals(server);
    }

    boolean isOf(String server, UUID id) {
        return isOf(server)
                && client.state().session().get() instanceof Session.SignedIn(UUID signedIn)
                && signedIn.equals(id);
    }

    void useTray(Supplier<@Nullable Tray> found) {
        tray = found;
    }

    void inFront(boolean now) {
        client.messages().setInFront(now);
        if (now) {
            client.hurry();
        }
    }

    void follow(Link link) {
        navigation.go(new Place.Conversation(link.conversationId()));
        if (link.target() == Link.Target.CALL) {
            UUID running = client.calls().running().get().stream()
                    .filter(call -> call.conversationId().equals(link.conversationId()))
                    .map(call -> call.id())
                    .findFirst()
                    .orElse(null);
            stage.prepare(new CallStage.Preparation(link.conversationId(), false, running));
        }
    }

    /** All of it in this language, at the place where it is. */
    Region build(Texts texts) {
        DialogLayer dialogs = new DialogLayer(texts);
        ToastLayer toasts = new ToastLayer(texts);
        Screens screens = new Screens(
                client,
                texts,
                navigation,
                new AvatarPictures(client.account(), machine.loop().background(), machine.fx()),
                toasts,
                dialogs,
                machine.fx(),
                machine.clock(),
                emojis,
                stage);
        attention.close();
        Subscription messages = new Attention(screens, this::notice, machine.ping(), window::raise).begin();
        Subscription rings = new RingNotice(screens, this::notice, window::raise).begin();
        attention = () -> {
            messages.close();
            rings.close();
        };
        AccountScreen screen = new AccountScreen(
                screens,
                out -> new SignInScreen(screens, out.ended(), otherServer, accountId == null ? link : null),
                in -> new MainScreen(screens, panes, accountSwitch));
        StackPane root = new StackPane(screen, toasts, dialogs, panes.ringing(screens));
        new Watching(root).watch(client.state().badge(), badge -> title(texts, badge));
        return root;
    }

    /** Leaves the call that goes on, if any. Completes when the server knows. */
    CompletableFuture<Void> leaveCall() {
        boolean inCall = client.calls()
                .current()
                .get()
                .filter(current -> current.phase() != CallPhase.ENDED)
                .isPresent();
        return inCall ? client.calls().leave() : CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        attention.close();
        running.forEach(Subscription::close);
        client.stop();
        try {
            account.kept().close();
        } catch (Exception e) {
            LOG.warn("What is kept of {} was not closed", client.serverUrl(), e);
        }
    }

    private boolean notice(String title, String text, Runnable open) {
        SystemNotices first = machine.notices();
        Tray inTray = tray.get();
        return first.show(title, text, open) || (inTray != null && inTray.show(title, text, open));
    }

    private void title(Texts texts, Badge badge) {
        String title = badge.unread() == 0
                ? texts.t("app.name")
                : texts.t("desktop.unreadTitle", Map.of("count", badge.unread()));
        window.title(title);
        Tray inTray = tray.get();
        if (inTray != null) {
            inTray.tell(title);
        }
    }

    /** On the loop. */
    private void remember(Session session) {
        switch (session) {
            case Session.SignedIn(UUID id) -> {
                accountId = id;
                accounts.used(client.serverUrl(), id);
            }
            case Session.SignedOut out -> {
                if (accountId != null) {
                    accounts.forget(client.serverUrl(), accountId);
                    accountId = null;
                }
            }
            case Session.Starting starting -> {}
        }
    }
}
