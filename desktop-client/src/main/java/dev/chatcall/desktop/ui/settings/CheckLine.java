package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.call.CurrentCall.DeviceProblem;
import dev.chatcall.desktop.check.Check;
import dev.chatcall.desktop.check.Check.Problem;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.call.DeviceProblems;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.icon.Icon;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One check: how it stands, what was found, and what to do about it. */
final class CheckLine extends HBox {
    private static final PseudoClass PASSED = PseudoClass.getPseudoClass("passed");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final int ICON_PX = 16;

    private final Screens screens;
    private final StackPane mark = new StackPane();
    private final Label name = Words.of("", "entry-name");
    private final Label detail = Words.of("", "words-explanation");
    private final Label remedy = Words.of("", "words-explanation");
    private Check.State state = Check.State.RUNNING;

    CheckLine(Screens screens) {
        super(12);
        this.screens = screens;
        getStyleClass().add("check-line");
        setAccessibleRole(AccessibleRole.TEXT);
        mark.getStyleClass().add("check-mark");
        detail.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        name.setMinWidth(USE_PREF_SIZE);
        Words.wrap(detail);
        Words.wrap(remedy);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox above = new HBox(16, name, detail);
        above.setAlignment(Pos.CENTER_LEFT);
        above.getStyleClass().add("check-name");
        VBox words = new VBox(above, remedy);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(mark, words);
    }

    void show(Check check) {
        state = check.state();
        pseudoClassStateChanged(PASSED, state == Check.State.PASSED);
        pseudoClassStateChanged(FAILED, state == Check.State.FAILED);
        mark.getChildren().setAll(iconOf(state).at(ICON_PX));
        name.setText(screens.t(keyOf(check.name())));
        say(detail, check.detail() == null ? "" : detailOf(check.name(), check.detail()));
        say(remedy, check.problem() == null ? "" : remedyOf(check.name(), check.problem()));
        String told = screens.texts().t("connectivity.state", Map.of("state", state.key()));
        setAccessibleText(String.join(", ", name.getText(), told, detail.getText(), remedy.getText()));
    }

    boolean failed() {
        return state == Check.State.FAILED;
    }

    private static void say(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    private static Icon iconOf(Check.State state) {
        return switch (state) {
            case RUNNING -> Icon.QUEUED;
            case PASSED -> Icon.SENT;
            case FAILED -> Icon.FAILED;
            case SKIPPED -> Icon.SKIPPED;
        };
    }

    private static String keyOf(Check.Name name) {
        return (name == Check.Name.CERTIFICATE ? "desktop.connectivity." : "connectivity.") + name.key();
    }

    private String detailOf(Check.Name name, String found) {
        return name == Check.Name.CERTIFICATE
                ? screens.texts().t("desktop.connectivity.until", Map.of("date", found))
                : found;
    }

    private String remedyOf(Check.Name name, Problem problem) {
        return switch (problem) {
            case DENIED -> DeviceProblems.text(screens, name.key(), DeviceProblem.DENIED);
            case MISSING -> DeviceProblems.text(screens, name.key(), DeviceProblem.MISSING);
            case BUSY -> DeviceProblems.text(screens, name.key(), DeviceProblem.BUSY);
            case CERTIFICATE, PLAIN, OFFLINE -> screens.t("desktop.connectivity.remedy." + problem.key());
            case CLOCK_OFF,
                    STUN_NOT_CONFIGURED,
                    TURN_NOT_CONFIGURED,
                    STUN_UNREACHABLE,
                    TURN_UNREACHABLE,
                    TURN_REFUSED,
                    MEDIA_SERVICE_MISSING,
                    UDP_BLOCKED,
                    TCP_BLOCKED,
                    NOT_CHECKED -> screens.t("connectivity.remedy." + problem.key());
        };
    }
}
