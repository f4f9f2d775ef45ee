package dev.chatcall.desktop.ui.widget;

import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.Toasts;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.icon.Icon;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The corner of a window in which toasts are shown. */
public final class ToastLayer extends VBox implements Toasts {
    private static final int AT_MOST = 3;
    private static final Duration STAYS = Duration.seconds(6);
    private static final double WIDTH = 360;
    private static final double ICON = 16;

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
            makePressable(box, toast, () -> {
                gone.run();
                open.run();
            });
        }
        if (toast.action() != null) {
            Action action = toast.action();
            box.getChildren().add(new PushButton(Look.PLAIN, action.label(), () -> {
                gone.run();
                action.act().run();
            }));
        }
        box.getChildren().add(PushButton.ofIcon(Icon.CLOSE, ICON, texts.t("toast.dismiss"), gone));
        return box;
    }

    /** With the mouse and with the keyboard. */
    private static void makePressable(HBox box, Toast toast, Runnable press) {
        box.getStyleClass().add("pressable");
        box.setFocusTraversable(true);
        box.setAccessibleRole(AccessibleRole.BUTTON);
        box.setAccessibleText(toast.title() == null ? toast.text() : toast.title() + ", " + toast.text());
        box.setOnMouseClicked(event -> press.run());
        box.setOnKeyPressed(event -> {
            if (event.getTarget() == box && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
                event.consume();
                press.run();
            }
        });
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
            Words.wrap(text);
        }
        words.getChildren().add(text);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }
}
