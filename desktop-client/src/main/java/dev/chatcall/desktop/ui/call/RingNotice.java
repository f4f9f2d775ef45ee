package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.attention.SystemNotices;
import dev.chatcall.protocol.call.Call;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.stage.Window;

/** Tells through the system who rings, once a call, while one looks at something else. */
public final class RingNotice {
    private final Screens screens;
    private final SystemNotices system;
    private final Runnable raise;
    private final Set<UUID> told = new HashSet<>();

    /** @param raise brings the window to the front */
    public RingNotice(Screens screens, SystemNotices system, Runnable raise) {
        this.screens = screens;
        this.system = system;
        this.raise = raise;
    }

    public Subscription begin() {
        return screens.client()
                .calls()
                .incoming()
                .onChange(incoming -> screens.fx().execute(() -> tell(incoming)));
    }

    private void tell(List<Call> incoming) {
        told.retainAll(incoming.stream().map(Call::id).toList());
        DevicePreferences preferences = screens.client().state().preferences().get();
        boolean looking = Window.getWindows().stream().anyMatch(Window::isFocused);
        for (Call call : incoming) {
            if (told.add(call.id()) && preferences.notifications() && !looking) {
                tell(call, preferences.notificationPreview());
            }
        }
    }

    private void tell(Call call, boolean preview) {
        String caller = CallFace.nameOf(screens, call.startedBy());
        String title = preview ? screens.texts().t("call.callsYou", Map.of("name", caller)) : screens.t("app.name");
        String kind = call.video() ? "video" : "voice";
        String text = preview ? screens.texts().t("call.ringsYou", Map.of("kind", kind)) : screens.t("call.incoming");
        system.show(title, text, () -> {
            raise.run();
            screens.navigation().go(new Place.Conversation(call.conversationId()));
        });
    }
}
