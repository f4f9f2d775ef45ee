package dev.chatcall.desktop.ui.widget;

import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.Toasts;
import dev.chatcall.desktop.ui.icon.Icon;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The corner of a window in which toasts are shown. */
public final class ToastLayer extends VBox implements Toasts {
    private static final int AT_MOST = 3;
    private static final Duration STAYS = Duration.seconds(6);
    private static final double WIDTH = 360;

    private final Texts texts;

    public ToastLayer(Texts texts) {
        this.texts = texts;
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_LEFT);
        setPickOnBounds(false);
        setAccessibleText(texts.t("toast.label"));
    }

    @Override
    public void show(Toast toast) {
        if (toast.key() != null) {
            getChildren().removeIf(shown -> toast.key().equals(shown.getUserData()));
        }
        while (getChildren().size() >= AT_MOST) {
            getChildren().removeFirst();
        }
        HBox box = box(toast);
        getChildren().add(box);
        PauseTransition stay = new PauseTransition(STAYS);
        stay.setOnFinished(event -> {
            if (box.isHover() || box.isFocusWithin()) {
                stay.playFromStart();
            } else {
                getChildren().remove(box);
            }
        });
        stay.play();
    }

    private HBox box(Toast toast) {
        HBox box = new HBox(words(toast));
        box.getStyleClass().add("toast");
        box.setMaxWidth(WIDTH);
        box.setUserData(toast.key());
        box.setAccessibleRole(AccessibleRole.PARENT);
        Runnable gone = () -> getChildren().remove(box);
        if (toast.open() != null) {
            Runnable open = toast.open();
            box.getStyleClass().add("pressable");
            box.setOnMouseClicked(event -> {
                gone.run();
                open.run();
            });
        }
        if (toast.action() != null) {
            Action action = toast.action();
            box.getChildren().add(Buttons.plain(action.label(), () -> {
                gone.run();
                action.act().run();
            }));
        }
        Button dismiss = Buttons.icon(Icon.CLOSE, 16, texts.t("toast.dismiss"), gone);
        box.getChildren().add(dismiss);
        return box;
    }

    private static Node words(Toast toast) {
        VBox words = new VBox();
        if (toast.title() != null) {
            Label title = new Label(toast.title());
            title.getStyleClass().addAll("secondary", "strong");
            words.getChildren().add(title);
        }
        Label text = new Label(toast.text());
        text.getStyleClass().add("secondary");
        if (toast.title() != null) {
            text.getStyleClass().add("muted");
        } else {
            text.setWrapText(true);
        }
        words.getChildren().add(text);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }
}
