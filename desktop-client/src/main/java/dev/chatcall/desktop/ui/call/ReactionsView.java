package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CurrentCall.Reaction;
import dev.chatcall.desktop.ui.Screens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.FadeTransition;
import javafx.animation.ParallelTransition;
import javafx.animation.TranslateTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/** Reactions rise for a moment; for who wants little motion they just stand there. */
final class ReactionsView extends Pane {
    private static final Duration RISES = Duration.millis(3_600);

    private final Screens screens;
    private final Map<Long, VBox> marks = new HashMap<>();

    ReactionsView(Screens screens) {
        this.screens = screens;
        setMouseTransparent(true);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    void show(List<Reaction> reactions) {
        marks.entrySet().removeIf(entry -> {
            boolean gone = reactions.stream().noneMatch(each -> each.key() == entry.getKey());
            if (gone) {
                getChildren().remove(entry.getValue());
            }
            return gone;
        });
        reactions.forEach(each -> marks.computeIfAbsent(each.key(), key -> add(each)));
    }

    private VBox add(Reaction reaction) {
        HBox emoji = new HBox(screens.emojis().nodes(reaction.emoji(), 40).toArray(Node[]::new));
        emoji.setAlignment(Pos.CENTER);
        Label name = new Label(CallFace.nameOf(screens, reaction.accountId()));
        name.getStyleClass().add("reaction-name");
        VBox mark = new VBox(2, emoji, name);
        mark.getStyleClass().add("reaction");
        mark.setAlignment(Pos.CENTER);
        mark.layoutXProperty().bind(widthProperty().multiply(0.08 + Math.floorMod(reaction.key(), 5L) * 0.09));
        mark.layoutYProperty().bind(heightProperty().subtract(mark.heightProperty()));
        getChildren().add(mark);
        if (!Motion.reduced()) {
            rise(mark);
        }
        return mark;
    }

    private void rise(Node mark) {
        TranslateTransition up = new TranslateTransition(RISES, mark);
        up.setFromY(20);
        up.setToY(-0.45 * getHeight());
        FadeTransition fade = new FadeTransition(RISES.multiply(0.25), mark);
        fade.setDelay(RISES.multiply(0.75));
        fade.setToValue(0);
        new ParallelTransition(up, fade).play();
    }
}
