package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.protocol.call.Call;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Says who came, who went and who raised a hand: on screen for a moment, and read aloud. */
final class Announcer extends Label {
    private final Screens screens;
    private final PauseTransition stays = new PauseTransition(Duration.seconds(4));
    private @Nullable Call before;

    Announcer(Screens screens) {
        this.screens = screens;
        getStyleClass().add("call-news");
        setMouseTransparent(true);
        setVisible(false);
        setManaged(false);
        stays.setOnFinished(event -> Styles.show(this, false));
    }

    void show(Call now) {
        Call then = before;
        before = now;
        if (then == null || then.equals(now)) {
            return;
        }
        CallNews news = new CallNews(
                screens.texts(), CallFace.myId(screens.client().state()), id -> CallFace.nameOf(screens, id));
        List<String> said = news.between(then, now);
        if (!said.isEmpty()) {
            setText(String.join(" ", said));
            Styles.show(this, true);
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
            stays.playFromStart();
        }
    }
}
