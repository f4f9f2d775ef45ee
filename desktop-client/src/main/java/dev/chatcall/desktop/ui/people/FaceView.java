package dev.chatcall.desktop.ui.people;

import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.ui.Pictures;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.widget.Avatar;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** An avatar that follows its picture as that is loaded. */
public final class FaceView {
    private final Avatar avatar;
    private final Pictures pictures;
    private final ChangeListener<@Nullable Image> onPicture = (observable, before, now) -> draw(now);
    private @Nullable Face shown;
    private @Nullable ObservableValue<@Nullable Image> picture;
    private boolean active;

    /** @param size in pixels */
    public FaceView(double size, Pictures pictures) {
        this.pictures = pictures;
        avatar = new Avatar(size);
        new Watching(avatar).add(this::begin);
    }

    public Avatar node() {
        return avatar;
    }

    public void show(Face face) {
        Face before = shown;
        shown = face;
        if (before == null || !Objects.equals(before.avatarId(), face.avatarId()) || picture == null) {
            unlisten();
            listen(face.avatarId());
        }
        draw(picture == null ? null : picture.getValue());
    }

    private Subscription begin() {
        active = true;
        if (shown != null) {
            listen(shown.avatarId());
            draw(picture == null ? null : picture.getValue());
        }
        return () -> {
            active = false;
            unlisten();
        };
    }

    private void listen(@Nullable UUID avatarId) {
        if (active && avatarId != null) {
            picture = pictures.picture(avatarId);
            picture.addListener(onPicture);
        }
    }

    private void unlisten() {
        if (picture != null) {
            picture.removeListener(onPicture);
            picture = null;
        }
    }

    private void draw(@Nullable Image image) {
        if (shown != null) {
            avatar.show(shown.name(), shown.id(), image);
        }
    }
}
