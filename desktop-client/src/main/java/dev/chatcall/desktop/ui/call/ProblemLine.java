package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CallPhase;
import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.call.CurrentCall.CallProblem;
import dev.chatcall.desktop.call.CurrentCall.DeviceProblem;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.protocol.account.Account;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** What is wrong just now, in one sentence, with what to do about it. */
final class ProblemLine extends HBox {
    private final Screens screens;
    private final Label text = new Label();
    private final PushButton check;

    ProblemLine(Screens screens) {
        this.screens = screens;
        getStyleClass().add("problem-line");
        check = new PushButton(
                PushButton.Look.PLAIN,
                screens.t("call.checkConnection"),
                () -> screens.navigation().go(new Place.Check()));
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(640, USE_PREF_SIZE);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        check.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(Icon.WARNING.at(16), text, check);
    }

    void show(CurrentCall current) {
        String wrong = textOf(current);
        Styles.show(this, wrong != null);
        text.setText(wrong);
        Styles.show(check, current.problem() != null);
    }

    private @Nullable String textOf(CurrentCall current) {
        if (current.phase() == CallPhase.ENDED) {
            return null;
        }
        if (current.problem() != null) {
            return problem(current.problem());
        }
        DeviceProblem microphone = current.self().microphoneProblem();
        if (microphone != null) {
            return DeviceProblems.text(screens, "microphone", microphone);
        }
        DeviceProblem camera = current.self().cameraProblem();
        if (camera != null) {
            return DeviceProblems.text(screens, "camera", camera);
        }
        if (screens.client().calls().devices().get().soundMissing()) {
            return screens.t("desktop.call.soundMissing");
        }
        return current.phase() == CallPhase.RECONNECTING ? screens.t("call.reconnecting") : null;
    }

    private String problem(CallProblem problem) {
        boolean administrator = screens.client()
                .state()
                .account()
                .get()
                .filter(Account::administrator)
                .isPresent();
        return screens.texts()
                .t(
                        "call.problem." + problem.name().toLowerCase(Locale.ROOT),
                        Map.of("administrator", administrator ? "yes" : "no"));
    }
}
