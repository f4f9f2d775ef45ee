package dev.chatcall.desktop.ui.attention;

import dev.chatcall.desktop.client.Notice;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.Toasts.Toast;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.message.MessageBody;
import java.util.Map;
import java.util.Optional;

/** Tells of new messages: toast, the system's notification, sound. The core decides which of them. */
public final class Attention {
    private final Screens screens;
    private final SystemNotices system;
    private final Ping ping;
    private final Runnable raise;

    /** @param raise brings the window to the front */
    public Attention(Screens screens, SystemNotices system, Ping ping, Runnable raise) {
        this.screens = screens;
        this.system = system;
        this.ping = ping;
        this.raise = raise;
    }

    public Subscription begin() {
        return screens.client().onNotice(notice -> screens.fx().execute(() -> tell(notice)));
    }

    private void tell(Notice notice) {
        String title = title(notice);
        String text = text(notice);
        Runnable open = () -> screens.navigation()
                .go(new Place.Conversation(notice.conversation().id()));
        boolean shown = notice.system()
                && system.show(title, notice.preview() ? text : "", () -> {
                    raise.run();
                    open.run();
                });
        if (notice.toast() || (notice.system() && !shown)) {
            String key = notice.conversation().id().toString();
            screens.toasts().show(new Toast(key, title, text, null, open));
        }
        if (notice.sound()) {
            ping.play();
        }
    }

    private String title(Notice notice) {
        if (!notice.preview()) {
            return screens.t("app.name");
        }
        String name = Optional.ofNullable(notice.sender())
                .map(Person::displayName)
                .orElseGet(() -> screens.t("system.someone"));
        String group = notice.conversation().name();
        return group == null ? name : screens.texts().t("notifications.inGroup", Map.of("name", name, "group", group));
    }

    private String text(Notice notice) {
        return notice.preview() && notice.message().body() instanceof MessageBody.Text(String text, var mentions)
                ? oneLine(text)
                : screens.t("notifications.newMessage");
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
