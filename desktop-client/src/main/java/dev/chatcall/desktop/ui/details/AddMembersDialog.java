package dev.chatcall.desktop.ui.details;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.Member;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Notice;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.form.Submit;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.newchat.PeopleChoice;
import dev.chatcall.desktop.ui.newchat.PeopleChooser;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Adds some of one's contacts to a group. */
final class AddMembersDialog extends VBox {
    private static final int WIDTH_PX = 440;

    private AddMembersDialog(Screens screens, ConversationView group) {
        getStyleClass().add("form");
        setPrefWidth(WIDTH_PX);
        Watching watching = new Watching(this);
        Submit submit = new Submit(screens.fx());
        PeopleChoice choice = new PeopleChoice();
        PeopleChooser chooser = new PeopleChooser(
                screens, choice, group.members().stream().map(Member::accountId).collect(Collectors.toSet()));
        setVgrow(chooser, Priority.ALWAYS);
        PushButton add = new PushButton(
                        Look.PRIMARY,
                        screens.t("action.add"),
                        () -> submit.run(
                                () -> screens.client().conversations().addMembers(group.id(), choice.ids()),
                                done -> screens.dialogs().close()))
                .follow(submit, watching);
        watching.watch(choice.chosen(), chosen -> add.setUnavailable(chosen.isEmpty()));
        PushButton cancel = new PushButton(Look.QUIET, screens.t("action.cancel"), screens.dialogs()::close);
        HBox actions = new HBox(cancel, add);
        actions.getStyleClass().add("form-actions");
        getChildren().addAll(Notice.of(submit, screens.texts(), watching), chooser, actions);
    }

    /** Opens it over the window. */
    static void show(Screens screens, ConversationView group) {
        String name = Optional.ofNullable(group.name()).orElse("");
        String title = screens.texts().t("details.addMembersTitle", Map.of("name", name));
        screens.dialogs().show(new AddMembersDialog(screens, group), title);
    }
}
