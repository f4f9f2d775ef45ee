package dev.chatcall.desktop.ui.details;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Field;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.form.Submit;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.protocol.Limits;
import java.util.UUID;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Gives a group another name. */
final class RenameDialog extends VBox {
    private static final int WIDTH_PX = 400;

    private final Field name;

    private RenameDialog(Screens screens, UUID id, String before) {
        getStyleClass().add("form");
        setPrefWidth(WIDTH_PX);
        Watching watching = new Watching(this);
        Submit submit = new Submit(screens.fx());
        name = new Field(screens.t("details.groupName"), before, Limits.GROUP_NAME_MAX);
        watching.watch(
                submit.state(),
                state -> name.say(
                        state.failure() == null ? null : screens.texts().error(state.failure())));
        PushButton save = new PushButton(
                        Look.PRIMARY,
                        screens.t("action.save"),
                        () -> submit.run(
                                () -> screens.client()
                                        .conversations()
                                        .rename(id, name.value().strip()),
                                done -> screens.dialogs().close()))
                .follow(submit, watching);
        save.setUnavailable(true);
        name.text()
                .addListener((observable, old, now) ->
                        save.setUnavailable(now.isBlank() || now.strip().equals(before)));
        name.input().setOnAction(event -> save.fire());
        PushButton cancel = new PushButton(Look.QUIET, screens.t("action.cancel"), screens.dialogs()::close);
        HBox actions = new HBox(cancel, save);
        actions.getStyleClass().add("form-actions");
        getChildren().addAll(name, actions);
    }

    /** Opens it over the window. */
    static void show(Screens screens, UUID id, String before) {
        RenameDialog dialog = new RenameDialog(screens, id, before);
        screens.dialogs().show(dialog, screens.t("details.renameTitle"));
        dialog.name.input().requestFocus();
        dialog.name.input().selectAll();
    }
}
