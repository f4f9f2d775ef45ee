package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.widget.Avatar;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The picture of a person or a group, which appears once it is loaded. */
final class FacePicture extends StackPane {
    private final Screens screens;
    private final Avatar avatar;
    private final ChangeListener<@Nullable Image> changed = (observable, before, now) -> update();
    private CallFace face = new CallFace(new UUID(0, 0), "", null, false);
    private @Nullable ObservableValue<@Nullable Image> picture;
    private boolean attached;

    /** @param size in pixels */
    FacePicture(Screens screens, double size) {
        this.screens = screens;
        avatar = new Avatar(size);
        setMouseTransparent(true);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(avatar);
        new Watching(this).add(this::attach);
    }

    void show(CallFace next) {
        boolean other = picture == null || !Objects.equals(face.avatarId(), next.avatarId());
        face = next;
        if (other) {
            listen(false);
            picture = screens.pictures().picture(next.avatarId());
            listen(attached);
        }
        update();
    }

    private Subscription attach() {
        attached = true;
        listen(true);
        update();
        return () -> {
            attached = false;
            listen(false);
        };
    }

    private void listen(boolean on) {
        ObservableValue<@Nullable Image> now = picture;
        if (now == null) {
            return;
        }
        now.removeListener(changed);
        if (on) {
            now.addListener(changed);
        }
    }

    private void update() {
        avatar.show(face.name(), face.id(), picture == null ? null : picture.getValue());
    }
}
