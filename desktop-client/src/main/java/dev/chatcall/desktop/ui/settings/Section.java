package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.ui.icon.Icon;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sections of the settings, in their order. */
public enum Section {
    PROFILE(Icon.PROFILE),
    ACCOUNT(Icon.DEVICE),
    PRIVACY(Icon.PRIVACY),
    NOTIFICATIONS(Icon.NOTIFICATIONS),
    CALLS(Icon.CALL),
    APPEARANCE(Icon.APPEARANCE),
    BLOCKED(Icon.BLOCK),
    /** For administrators only; the server checks that they are. */
    ADMINISTRATION(Icon.ADMINISTRATION);

    private final Icon icon;

    Section(Icon icon) {
        this.icon = icon;
    }

    public Icon icon() {
        return icon;
    }

    /** As places name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of its title in the catalogue. */
    public String titleKey() {
        return "settings." + id();
    }

    /** The one of that id; the profile where there is none. */
    public static Section of(@Nullable String id) {
        return Stream.of(values())
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElse(PROFILE);
    }
}
