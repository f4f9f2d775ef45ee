package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.form.SkeletonRows;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.people.Face;
import dev.chatcall.desktop.ui.people.FaceView;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How others see oneself: picture, name, status. */
final class ProfileSettings extends VBox {
    private static final int SKELETONS = 3;
    private static final int AVATAR_PX = 96;

    private final Screens screens;
    private final FaceView face;
    private final HBox picture;
    private @Nullable Person shown;

    ProfileSettings(Screens screens) {
        this.screens = screens;
        face = new FaceView(AVATAR_PX, screens.pictures());
        picture = new HBox(
                16, face.node(), new PushButton(Look.QUIET, screens.t("profile.choosePicture"), this::choosePicture));
        picture.setAlignment(Pos.CENTER_LEFT);
        new Watching(this).watch(screens.client().state().account(), this::show);
    }

    private void show(Optional<Account> found) {
        if (found.isEmpty()) {
            getChildren().setAll(new SkeletonRows(SKELETONS, screens.t("state.loading")));
            return;
        }
        Account account = found.get();
        Person person = account.person();
        Person before = shown;
        face.show(Face.of(person));
        shown = person;
        // What is being typed stays, unless name or status were changed elsewhere.
        if (before == null
                || !before.displayName().equals(person.displayName())
                || !before.statusMessage().equals(person.statusMessage())) {
            VBox facts =
                    new VBox(fact("profile.userName", "@" + person.username()), fact("profile.email", account.email()));
            getChildren().setAll(picture, new ProfileForm(screens, person), facts);
        }
    }

    private HBox fact(String key, String value) {
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        Label text = new Label(value);
        text.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        HBox fact = new HBox(16, Words.of(screens.t(key), "fact-label"), between, text);
        fact.getStyleClass().add("settings-fact");
        return fact;
    }

    private void choosePicture() {
        boolean has = shown != null && shown.avatarId() != null;
        PictureDialog.show(screens, has, screens.client().account()::setAvatar);
    }
}
