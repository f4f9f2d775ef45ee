package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.MediaChoice;
import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.ui.CallStage.Preparation;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.fx.Watching;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How one looks and sounds, before anybody is rung. */
final class PreviewPane extends VBox {
    private final Screens screens;
    private final Preparation preparation;
    private final DevicePreview preview;

    PreviewPane(Screens screens, Preparation preparation) {
        super(16);
        this.screens = screens;
        this.preparation = preparation;
        preview = new DevicePreview(screens, new MediaChoice(true, preparation.camera()));
        getStyleClass().add("preview-pane");
        DeviceFields fields = new DeviceFields(screens);
        fields.setPrefWidth(300);
        SideBySide columns = new SideBySide(preview, fields);
        Button call = new Button(screens.t(preparation.callId() == null ? "call.ring" : "calls.join"));
        call.getStyleClass().add("primary");
        call.setDefaultButton(true);
        call.setOnAction(event -> go());
        getChildren().addAll(columns, actions(call));
        Watching watching = new Watching(this);
        watching.add(() -> {
            Platform.runLater(call::requestFocus);
            // However it closes, it is done with.
            return screens.stage()::prepared;
        });
    }

    /** What stands above it. */
    static String titleOf(Screens screens, Preparation preparation) {
        UUID me = CallFace.myId(screens.client().state());
        CallFace face = CallFace.of(screens, preparation.conversationId(), me == null ? List.of() : List.of(me));
        String key = preparation.callId() == null ? "call.callName" : "call.joinName";
        return screens.texts().t(key, Map.of("name", face.name()));
    }

    private HBox actions(Button call) {
        CheckBox again = new CheckBox(screens.t("call.previewOff"));
        Words.wrap(again);
        again.setSelected(!screens.client().state().preferences().get().callPreview());
        again.setOnAction(event -> keep(!again.isSelected()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        PushButton cancel = new PushButton(PushButton.Look.QUIET, screens.t("action.cancel"), screens.dialogs()::close);
        call.setMinWidth(USE_PREF_SIZE);
        HBox actions = new HBox(8, again, space, cancel, call);
        actions.setAlignment(Pos.CENTER_LEFT);
        return actions;
    }

    private void keep(boolean wanted) {
        DevicePreferences now = screens.client().state().preferences().get();
        screens.client().account().setPreferences(now.withCallPreview(wanted));
    }

    private void go() {
        MediaChoice choice = preview.choice();
        UUID callId = preparation.callId();
        screens.dialogs().close();
        CallStarts starts = new CallStarts(screens);
        if (callId == null) {
            starts.ring(preparation.conversationId(), choice);
        } else {
            starts.enter(preparation.conversationId(), callId, choice);
        }
    }
}
