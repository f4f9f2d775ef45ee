package dev.chatcall.desktop.ui.widget;

import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.Dialogs;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.icon.Icon;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The layer of a window in which dialogs are shown, over everything. */
public final class DialogLayer extends StackPane implements Dialogs {
    private static final double MARGIN = 16;
    private static final double NARROWEST = 440;
    private static final double ICON = 20;

    private final Texts texts;
    private final FocusRing ring = new FocusRing(this);
    private @Nullable Node focusBefore;

    public DialogLayer(Texts texts) {
        this.texts = texts;
        getStyleClass().add("scrim");
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
        sceneProperty().addListener((property, before, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((owner, last, now) -> keepFocus(now));
            }
        });
    }

    @Override
    public void show(Region content, String title) {
        PushButton close = PushButton.ofIcon(Icon.CLOSE, ICON, texts.t("action.close"), this::close);
        ScrollPane body = new Body();
        body.setFitToWidth(true);
        body.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        body.setFocusTraversable(false);
        body.getStyleClass().add("dialog-scroll");
        VBox padded = new VBox(content);
        padded.getStyleClass().add("dialog-body");
        VBox.setVgrow(content, Priority.ALWAYS);
        body.setContent(padded);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox box = new VBox(head(title, close), body);
        open(box, title, true);
        // A scroll pane does not ask for what its content asks for.
        box.setPrefWidth(Math.max(box.getPrefWidth(), padded.prefWidth(-1)));
    }

    @Override
    public void confirm(String title, String text, String confirm, boolean danger, Runnable then) {
        Question question = new Question(texts, text, confirm, danger, this::close, () -> {
            close();
            then.run();
        });
        open(new VBox(head(title, null), question), title, false);
        question.focusCancel();
    }

    @Override
    public void ask(
            String title, String text, String confirm, boolean danger, Supplier<? extends CompletableFuture<?>> act) {
        Question[] self = new Question[1];
        Question question = new Question(texts, text, confirm, danger, this::close, () -> run(act.get(), self[0]));
        self[0] = question;
        open(new VBox(head(title, null), question), title, false);
        question.focusCancel();
    }

    @Override
    public void close() {
        if (!isOpen()) {
            return;
        }
        setVisible(false);
        getChildren().clear();
        Node before = focusBefore;
        focusBefore = null;
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        }
    }

    @Override
    public boolean isOpen() {
        return isVisible();
    }

    private void run(CompletableFuture<?> done, Question question) {
        question.busy();
        done.whenComplete((result, failure) -> Platform.runLater(() -> {
            if (failure == null) {
                if (getChildren().contains(question.getParent())) {
                    close();
                }
            } else {
                question.failed(texts.error(failure));
            }
        }));
    }

    private void open(VBox box, String title, boolean pressBesideCloses) {
        if (!isOpen() && getScene() != null) {
            focusBefore = getScene().getFocusOwner();
        }
        box.getStyleClass().add("dialog-box");
        box.setAccessibleRole(AccessibleRole.DIALOG);
        box.setAccessibleText(title);
        box.setMinWidth(0);
        box.setPrefWidth(Math.max(NARROWEST, box.prefWidth(-1)));
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setMargin(box, new Insets(MARGIN));
        getChildren().setAll(box);
        setOnMousePressed(event -> {
            if (pressBesideCloses && event.getTarget() == this && event.getButton() == MouseButton.PRIMARY) {
                close();
            }
        });
        setVisible(true);
        applyCss();
        ring.focusFirst();
    }

    private static HBox head(String title, @Nullable PushButton close) {
        Label label = Words.of(title, "title");
        Words.wrap(label);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox head = new HBox(label);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("dialog-head");
        if (close != null) {
            head.getChildren().add(close);
        }
        return head;
    }

    /** Whatever takes the focus below the layer gives it back. */
    private void keepFocus(@Nullable Node owner) {
        if (!isOpen() || owner == null) {
            return;
        }
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node == this || node instanceof Modal) {
                return;
            }
        }
        Platform.runLater(() -> {
            if (isOpen()) {
                ring.focusFirst();
            }
        });
    }

    /** As high as its content wants to be at the width that there is; scrolled where the window has no room for that. */
    private static final class Body extends ScrollPane {
        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return getContent() == null ? 0 : getContent().prefHeight(width);
        }
    }
}
