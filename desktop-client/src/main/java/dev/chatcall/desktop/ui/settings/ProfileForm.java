package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Field;
import dev.chatcall.desktop.ui.form.Notice;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.form.Submit;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.account.Person;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The name that others see, and a status message. */
final class ProfileForm extends VBox {
    private final Screens screens;
    private final Person person;
    private final Submit submit;
    private final Field name;
    private final Field status;
    private final PushButton save;

    ProfileForm(Screens screens, Person person) {
        this.screens = screens;
        this.person = person;
        submit = new Submit(screens.fx());
        name = new Field(screens.t("profile.displayName"), person.displayName(), Limits.DISPLAY_NAME_MAX);
        status = new Field(screens.t("profile.statusMessage"), person.statusMessage(), Limits.STATUS_MESSAGE_MAX)
                .prompt(screens.t("profile.statusPlaceholder"));
        getStyleClass().add("form");
        Watching watching = new Watching(this);
        save = new PushButton(Look.PRIMARY, screens.t("action.save"), this::save).follow(submit, watching);
        for (Field field : new Field[] {name, status}) {
            field.text().addListener((observable, before, now) -> allow());
            field.input().setOnAction(event -> save.fire());
        }
        allow();
        getChildren().addAll(Notice.of(submit, screens.texts(), watching), name, status, new HBox(save));
    }

    private void allow() {
        boolean unchanged = name.value().strip().equals(person.displayName())
                && status.value().strip().equals(person.statusMessage());
        save.setUnavailable(unchanged || name.value().isBlank());
    }

    private void save() {
        submit.run(
                () -> screens.client()
                        .account()
                        .updateProfile(name.value().strip(), status.value().strip()),
                done -> {});
    }
}
