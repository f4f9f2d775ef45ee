package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.ui.Screens;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Makes a call heard and seen where one does not look at the window: ring tone, title, and the window asks to be seen. */
final class Ringing implements Subscription {
    private static final Duration TITLE_EVERY = Duration.millis(1_200);

    private final @Nullable Stage stage;
    private final String title;
    private final Subscription tone;
    private final Timeline turns = new Timeline(new KeyFrame(TITLE_EVERY, event -> turn()));
    private String before = "";
    private boolean told;

    /** @param title who calls, told by the window's title in turn with what it told before */
    Ringing(Screens screens, Window window, String title) {
        this.stage = window instanceof Stage owner ? owner : null;
        this.title = title;
        this.tone = screens.client().state().preferences().get().sound() ? Tone.RING.play() : () -> {};
        if (stage != null) {
            before = stage.getTitle() == null ? "" : stage.getTitle();
            turn();
            turns.setCycleCount(Animation.INDEFINITE);
            turns.play();
            askToBeSeen(stage);
        }
    }

    @Override
    public void close() {
        tone.close();
        turns.stop();
        if (stage != null && stage.getTitle().equals(title)) {
            stage.setTitle(before);
        }
    }

    private void turn() {
        if (stage == null) {
            return;
        }
        // Others may have told something new meanwhile.
        if (!title.equals(stage.getTitle())) {
            before = String.valueOf(stage.getTitle());
        }
        told = !told;
        stage.setTitle(told ? title : before);
    }

    /** Systems that let no window come to the front by itself make its entry in the task bar blink. */
    private static void askToBeSeen(Stage stage) {
        if (stage.isIconified()) {
            stage.setIconified(false);
        }
        if (!stage.isFocused()) {
            stage.toFront();
        }
    }
}
