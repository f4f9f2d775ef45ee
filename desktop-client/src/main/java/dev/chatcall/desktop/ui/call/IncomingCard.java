package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.MediaChoice;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Attempt;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.desktop.ui.widget.Modal;
import dev.chatcall.protocol.call.Call;
import java.util.Map;
import java.util.UUID;
import javafx.animation.Animation;
import javafx.animation.FadeTransition;
import javafx.animation.ParallelTransition;
import javafx.animation.ScaleTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Somebody rings. Only its buttons end it: no key may do so by accident, so none of them has the focus at first. */
final class IncomingCard extends StackPane implements Modal {
    private final Screens screens;
    private final Call call;
    private final VBox card;
    private final FacePicture picture;
    private final Label name = new Label();
    private final Label text = new Label();

    IncomingCard(Screens screens, Call call) {
        this.screens = screens;
        this.call = call;
        picture = new FacePicture(screens, 96);
        getStyleClass().add("ring-scrim");
        name.getStyleClass().add("ring-name");
        name.setWrapText(true);
        text.getStyleClass().add("ring-text");
        text.setWrapText(true);
        VBox who = new VBox(2, waves(), name, text);
        who.setAlignment(Pos.TOP_CENTER);
        card = new VBox(32, who, answers());
        card.getStyleClass().addAll("call-dark", "ring-card");
        card.setMaxSize(380, Region.USE_PREF_SIZE);
        card.setFocusTraversable(true);
        card.setAccessibleRole(AccessibleRole.DIALOG);
        getChildren().add(card);
        show();
        Watching watching = new Watching(this);
        watching.watch(screens.client().state().person(call.startedBy()), person -> show());
        watching.watch(screens.client().state().conversation(call.conversationId()), conversation -> show());
        watching.add(() -> new FocusTrap(getScene(), card));
        watching.add(() -> new Ringing(screens, getScene().getWindow(), titleOf()));
    }

    /** Whether it is about that call. */
    boolean rings(Call other) {
        return call.id().equals(other.id());
    }

    private String titleOf() {
        return screens.texts().t("call.callsYou", Map.of("name", CallFace.nameOf(screens, call.startedBy())));
    }

    private void show() {
        CallFace face = CallFace.of(screens, call);
        UUID caller = call.startedBy();
        String callerName = CallFace.nameOf(screens, caller);
        String kind = call.video() ? "video" : "voice";
        name.setText(callerName);
        text.setText(
                face.group()
                        ? screens.texts().t("call.ringsIn", Map.of("kind", kind, "group", face.name()))
                        : screens.texts().t("call.ringsYou", Map.of("kind", kind)));
        picture.show(
                face.group()
                        ? face
                        : new CallFace(
                                caller,
                                callerName,
                                CallFace.avatarOf(screens.client().state(), caller),
                                false));
        card.setAccessibleText(titleOf() + ", " + text.getText());
    }

    /** The picture with a ring that goes out from it, so that one sees that it rings. */
    private StackPane waves() {
        Region wave = new Region();
        wave.getStyleClass().add("ring-wave");
        wave.setMaxSize(96, 96);
        StackPane waves = new StackPane(wave, picture);
        waves.getStyleClass().add("ring-waves");
        ScaleTransition grow = new ScaleTransition(Duration.seconds(1.6), wave);
        grow.setToX(1.5);
        grow.setToY(1.5);
        FadeTransition fade = new FadeTransition(Duration.seconds(1.6), wave);
        fade.setFromValue(0.5);
        fade.setToValue(0);
        ParallelTransition both = new ParallelTransition(grow, fade);
        both.setCycleCount(Animation.INDEFINITE);
        wave.setOpacity(0);
        new Watching(this).add(() -> {
            if (!Motion.reduced()) {
                both.play();
            }
            return both::stop;
        });
        return waves;
    }

    private HBox answers() {
        Button decline = answer("call.decline", "decline", Icon.HANG_UP);
        decline.setOnAction(
                event -> Attempt.run(screens, screens.client().calls().decline(call.id())));
        Button accept = answer("call.accept", "accept", Icon.CALL);
        accept.setOnAction(event -> accept(false));
        Button video = answer("call.acceptVideo", "accept", Icon.VIDEO);
        video.setOnAction(event -> accept(true));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new HBox(8, decline, space, accept, video);
    }

    private Button answer(String key, String look, Icon icon) {
        StackPane disc = new StackPane(icon.at(26));
        disc.getStyleClass().addAll("ring-disc", look);
        Button button = new Button(screens.t(key), disc);
        button.getStyleClass().setAll("ring-answer");
        button.setContentDisplay(ContentDisplay.TOP);
        button.setGraphicTextGap(6);
        button.setMinWidth(84);
        return button;
    }

    private void accept(boolean camera) {
        new CallStarts(screens).enter(call.conversationId(), call.id(), new MediaChoice(true, camera));
    }
}
