package dev.chatcall.desktop.ui;

import java.util.UUID;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** Pictures of people and groups, decoded small and kept while there is room. Used on the JavaFX thread. */
public interface Pictures {
    /** Null while there is none: loading, failed, or no id. */
    ObservableValue<@Nullable Image> picture(@Nullable UUID avatarId);
}
