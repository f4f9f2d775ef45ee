package dev.chatcall.desktop.ui;

import dev.chatcall.desktop.client.ChatClient;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.emoji.Emojis;
import dev.chatcall.desktop.ui.fx.FxThread;
import java.time.Clock;

/** What every screen is given. Made anew when the account or the language changes; the screens are then, too. */
public record Screens(
        ChatClient client,
        Texts texts,
        Navigation navigation,
        Pictures pictures,
        Toasts toasts,
        Dialogs dialogs,
        FxThread fx,
        Clock clock,
        Emojis emojis,
        CallStage stage) {

    /** The text of a key of the catalogue. */
    public String t(String key) {
        return texts.t(key);
    }
}
