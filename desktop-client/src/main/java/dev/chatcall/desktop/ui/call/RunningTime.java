package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CallPhase;
import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.call.CurrentCall.Ending;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.protocol.call.EndReason;
import java.util.Locale;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** How long the call has been, each second anew, or where it stands. */
final class RunningTime extends Label {
    private final Screens screens;
    private @Nullable CurrentCall current;

    RunningTime(Screens screens) {
        this.screens = screens;
        getStyleClass().add("running-time");
        setMinWidth(USE_PREF_SIZE);
        Timeline seconds = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
        new Watching(this).add(() -> {
            seconds.play();
            return seconds::stop;
        });
    }

    void show(CurrentCall now) {
        current = now;
        tick();
    }

    private void tick() {
        CurrentCall now = current;
        if (now == null) {
            return;
        }
        Long since = now.connectedAt();
        boolean runs = now.phase() == CallPhase.CONNECTED && since != null;
        setText(
                runs && since != null
                        ? screens.texts().duration(Math.max(0, screens.clock().millis() - since))
                        : phaseOf(screens, now.phase()));
    }

    static String phaseOf(Screens screens, CallPhase phase) {
        return screens.texts().t("call.phase", Map.of("phase", phase.name().toLowerCase(Locale.ROOT)));
    }

    /** How it ended, as a sentence. */
    static String endingOf(Screens screens, Ending ending, String name) {
        EndReason reason = ending.reason();
        return screens.texts()
                .t("call.ended", Map.of("reason", reason == null ? "moved_device" : reason.wire(), "name", name));
    }
}
