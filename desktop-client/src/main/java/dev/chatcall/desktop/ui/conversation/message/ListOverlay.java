package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.icon.Icon;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** What floats over the messages: the way down, the day while one scrolls, what failed, ghosts while it loads. */
final class ListOverlay {
    private static final Duration DAY_STAYS = Duration.millis(900);
    private static final double[] GHOSTS = {0.56, 0.44, -0.32, 0.44, 0.56, -0.32, 0.44, 0.44};

    private final Screens screens;
    private final StackPane jump = new StackPane();
    private final Button jumpButton;
    private final Label count = new Label();
    private final Label day = new Label();
    private final HBox failed;
    private final VBox ghosts = new VBox();
    private final PauseTransition dayGoes = new PauseTransition(DAY_STAYS);
    private @Nullable TimelineEntry dayOf;
    private long unread;

    ListOverlay(Screens screens, Runnable jumpDown, Runnable loadAgain) {
        this.screens = screens;
        jumpButton = Look.iconButton("", Icon.JUMP_DOWN, 20);
        jumpButton.getStyleClass().setAll("button", "jump-down");
        jumpButton.setOnAction(event -> jumpDown.run());
        count.getStyleClass().add("jump-count");
        count.setMouseTransparent(true);
        jump.getChildren().addAll(jumpButton, count);
        jump.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(count, Pos.TOP_CENTER);
        count.setTranslateY(-8);
        jump.getStyleClass().add("jump");
        day.getStyleClass().addAll("day-label", "sticky-day");
        day.setMouseTransparent(true);
        Button again = new Button(screens.t("action.retry"));
        again.setOnAction(event -> loadAgain.run());
        failed = new HBox(new Label(screens.t("conversation.loadFailed")), again);
        failed.getStyleClass().add("load-failed");
        failed.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        makeGhosts();
        dayGoes.setOnFinished(event -> day.setVisible(false));
    }

    void addTo(StackPane pane) {
        StackPane.setAlignment(jump, Pos.BOTTOM_RIGHT);
        StackPane.setAlignment(day, Pos.TOP_CENTER);
        StackPane.setAlignment(failed, Pos.TOP_CENTER);
        jump.setVisible(false);
        day.setVisible(false);
        ghosts.setVisible(false);
        failed.setVisible(false);
        pane.getChildren().addAll(ghosts, day, failed, jump);
        unread(0);
    }

    private void makeGhosts() {
        ghosts.getStyleClass().add("ghosts");
        ghosts.setAccessibleRole(AccessibleRole.TEXT);
        ghosts.setAccessibleText(screens.t("state.loading"));
        ghosts.setMouseTransparent(true);
        for (double share : GHOSTS) {
            Region ghost = new Region();
            ghost.getStyleClass().add("ghost");
            HBox line = new HBox(ghost);
            line.setAlignment(share < 0 ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
            ghost.prefWidthProperty().bind(line.widthProperty().multiply(Math.abs(share)));
            ghosts.getChildren().add(line);
        }
    }

    void loading(boolean shown) {
        ghosts.setVisible(shown);
    }

    void failed(boolean shown) {
        failed.setVisible(shown);
    }

    void jump(boolean shown) {
        jump.setVisible(shown);
    }

    void unread(long messages) {
        unread = messages;
        count.setText(Long.toString(messages));
        count.setVisible(messages > 0);
        String name = screens.texts().t("conversation.jumpDown", Map.of("count", unread));
        PushButton.name(jumpButton, name);
    }

    /** While one scrolls: the day of the topmost message, where its own line is scrolled away. */
    void stickyDay(@Nullable TimelineEntry top, long now) {
        boolean changed = top == null || dayOf == null || !top.key().equals(dayOf.key());
        boolean first = dayOf == null;
        dayOf = top;
        if (top == null) {
            day.setVisible(false);
        } else if (changed && !first) {
            day.setText(screens.texts().day(top.sentAt(), now));
            day.setVisible(true);
            dayGoes.playFromStart();
        }
    }
}
