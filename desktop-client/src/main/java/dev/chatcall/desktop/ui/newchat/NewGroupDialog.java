package dev.chatcall.desktop.ui.newchat;

import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Field;
import dev.chatcall.desktop.ui.form.Notice;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.form.Submit;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.protocol.Limits;
import java.util.Set;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Makes a group of some of one's contacts. */
public final class NewGroupDialog extends VBox {
    private static final int WIDTH_PX = 440;

    private final Screens screens;
    private final PeopleChoice choice = new PeopleChoice();
    private final Submit submit;
    private final Field name;

    public NewGroupDialog(Screens screens) {
        this.screens = screens;
        submit = new Submit(screens.fx());
        name = new Field(screens.t("newGroup.name"), "", Limits.GROUP_NAME_MAX)
                .prompt(screens.t("newGroup.namePlaceholder"));
        getStyleClass().add("form");
        setPrefWidth(WIDTH_PX);
        Watching watching = new Watching(this);
        Notice wrong = Notice.of(submit, screens.texts(), watching);
        PeopleChooser chooser = new PeopleChooser(screens, choice, Set.of());
        setVgrow(chooser, Priority.ALWAYS);
        PushButton cancel = new PushButton(Look.QUIET, screens.t("action.cancel"), screens.dialogs()::close);
        PushButton create =
                new PushButton(Look.PRIMARY, screens.t("newGroup.create"), this::create).follow(submit, watching);
        create.setUnavailable(true);
        name.text().addListener((observable, before, now) -> create.setUnavailable(now.isBlank()));
        name.input().setOnAction(event -> create.fire());
        HBox actions = new HBox(cancel, create);
        actions.getStyleClass().add("form-actions");
        getChildren().addAll(name, wrong, chooser, actions);
    }

    /** Opens it over the window. */
    public static void show(Screens screens) {
        NewGroupDialog dialog = new NewGroupDialog(screens);
        screens.dialogs().show(dialog, screens.t("newGroup.title"));
        dialog.name.input().requestFocus();
    }

    private void create() {
        submit.run(
                () -> screens.client().conversations().createGroup(name.value().strip(), choice.ids()), id -> {
                    screens.dialogs().close();
                    screens.navigation().go(new Place.Conversation(id));
                });
    }
}
