package dev.chatcall.desktop.ui.theme;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The sheets of the program: the base, then one beside the views of each feature. */
public final class Stylesheets {
    /** Resources below {@code dev/chatcall/desktop/ui}. A feature adds its own here. */
    private static final List<String> NAMES = List.of(
            "theme/base.css",
            "theme/buttons.css",
            "theme/forms.css",
            "theme/layers.css",
            "shell/shell.css",
            "signin/signin.css",
            "list/list.css",
            "newchat/newchat.css",
            "details/details.css",
            "settings/settings.css",
            "calls/calls.css",
            "conversation/conversation.css",
            "conversation/overlay.css",
            "conversation/composer.css",
            "conversation/emoji.css",
            "theme/tokens-call.css",
            "call/call.css",
            "call/tiles.css",
            "call/before.css");

    private Stylesheets() {}

    /** The addresses of all sheets for a scene; the theme's colours come first. */
    static List<String> of(boolean dark) {
        String tokens = dark ? "theme/tokens-dark.css" : "theme/tokens-light.css";
        return Stream.concat(Stream.of(tokens), NAMES.stream())
                .map(name -> Stylesheets.class.getResource("/dev/chatcall/desktop/ui/" + name))
                .map(Objects::requireNonNull)
                .map(URL::toExternalForm)
                .toList();
    }
}
