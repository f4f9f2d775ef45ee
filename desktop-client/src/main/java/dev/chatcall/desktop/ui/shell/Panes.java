package dev.chatcall.desktop.ui.shell;

import dev.chatcall.desktop.ui.Screens;
import java.util.UUID;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Makes the panes of the features, each when it is first shown. */
public interface Panes {
    /** @param focusSearch puts the cursor into its search */
    record Searchable(Region view, Runnable focusSearch) {}

    /** @param write puts the cursor where one writes */
    record Writable(Region view, Runnable write) {}

    Searchable chats(Screens screens);

    Region contacts(Screens screens);

    Region calls(Screens screens);

    Region settingsList(Screens screens, @Nullable String section);

    /** @param alone whether it is, so that it needs a way back */
    Region settingsPage(Screens screens, @Nullable String section, ObservableValue<Boolean> alone);

    /** Finding out whether calls work from here. */
    Region check(Screens screens, ObservableValue<Boolean> alone);

    /** @param alone whether it is, so that it needs a way back */
    Writable conversation(Screens screens, UUID id, ObservableValue<Boolean> alone);

    Region details(Screens screens, UUID id);

    /** The call, in full over {@code main} or small in a corner. */
    Region call(Screens screens, Region main);

    /** Who rings, above everything. */
    Region ringing(Screens screens);

    void newChat(Screens screens);

    void newGroup(Screens screens);
}
