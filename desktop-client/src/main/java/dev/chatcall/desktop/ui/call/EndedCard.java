package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.call.CurrentCall.Ending;
import dev.chatcall.desktop.call.MediaChoice;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Attempt;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.call.QualityCause;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** How the call ended: how long it was, why it was bad if it was, and the way to call again. */
final class EndedCard extends StackPane {
    private final Screens screens;

    EndedCard(Screens screens, CurrentCall current, Ending ending, CallFace face) {
        this.screens = screens;
        getStyleClass().add("ended-scrim");
        FacePicture picture = new FacePicture(screens, 64);
        picture.show(face);
        Label title = new Label(RunningTime.endingOf(screens, ending, face.name()));
        title.getStyleClass().add("ended-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        VBox card = new VBox(8, picture, title);
        card.getStyleClass().add("ended-card");
        card.setAlignment(Pos.TOP_CENTER);
        card.setMaxSize(420, USE_PREF_SIZE);
        if (ending.durationMs() > 0) {
            card.getChildren().add(text(screens.texts().duration(ending.durationMs())));
        }
        QualityCause cause = ending.quality();
        if (cause != null) {
            card.getChildren().add(text(screens.texts().t("call.cause", Map.of("cause", cause.wire()))));
        }
        card.getChildren().add(actions(current.call(), ending));
        getChildren().add(card);
    }

    private static Label text(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("ended-text");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private FlowPane actions(Call call, Ending ending) {
        FlowPane actions = new FlowPane(8, 8);
        if (ending.reason() == EndReason.LOST || ending.quality() != null) {
            actions.getChildren()
                    .add(new PushButton(
                            Look.PLAIN,
                            screens.t("call.checkConnection"),
                            () -> screens.navigation().go(new Place.Check())));
        }
        actions.getChildren()
                .add(new PushButton(
                        Look.QUIET,
                        screens.t("action.close"),
                        () -> Attempt.run(screens, screens.client().calls().leave())));
        actions.getStyleClass().add("ended-actions");
        actions.setAlignment(Pos.CENTER);
        // Without a reason it goes on elsewhere, or without oneself.
        if (ending.reason() != null && ending.reason() != EndReason.MOVED) {
            actions.getChildren().add(new PushButton(Look.PRIMARY, screens.t("calls.again"), () -> callAgain(call)));
        }
        return actions;
    }

    private void callAgain(Call call) {
        Attempt.run(
                screens,
                screens.client()
                        .calls()
                        .leave()
                        .thenRun(() -> screens.fx()
                                .execute(() -> new CallStarts(screens)
                                        .ring(call.conversationId(), new MediaChoice(true, call.video())))));
    }
}
