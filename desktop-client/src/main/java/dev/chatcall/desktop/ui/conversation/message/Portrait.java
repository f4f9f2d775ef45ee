package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.ui.Pictures;
import dev.chatcall.desktop.ui.widget.Avatar;
import java.util.UUID;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** An avatar whose picture comes when it is loaded. */
public final class Portrait {
    private final Pictures pictures;
    private final Avatar avatar;
    private final ChangeListener<@Nullable Image> listener = (observable, before, now) -> draw();
    // Pictures outlive the screens that show them.
    private final WeakChangeListener<@Nullable Image> weak = new WeakChangeListener<>(listener);
    private @Nullable ObservableValue<@Nullable Image> picture;
    private @Nullable UUID id;
    private String name = "";

    public Portrait(Pictures pictures, double size) {
        this.pictures = pictures;
        avatar = new Avatar(size);
    }

    public Avatar avatar() {
        return avatar;
    }

    /** @param avatarId the picture; null: the letters of the name */
    public void show(String called, UUID of, @Nullable UUID avatarId) {
        if (picture != null) {
            picture.removeListener(weak);
        }
        name = called;
        id = of;
        picture = pictures.picture(avatarId);
        picture.addListener(weak);
        draw();
    }

    private void draw() {
        if (id != null && picture != null) {
            avatar.show(name, id, picture.getValue());
        }
    }
}
