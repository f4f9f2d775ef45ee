package dev.chatcall.desktop.ui.conversation.composer;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.conversation.message.Look;
import dev.chatcall.desktop.ui.conversation.message.Portrait;
import dev.chatcall.protocol.account.Person;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Those who may be meant; the focus stays in the text, which says who is chosen. */
final class MentionList extends VBox {
    private final Screens screens;
    private final Consumer<Person> pick;
    private List<Person> shown = List.of();

    MentionList(Screens screens, Consumer<Person> pick) {
        this.screens = screens;
        this.pick = pick;
        getStyleClass().add("mention-list");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(screens.t("composer.mentions"));
        setVisible(false);
    }

    void show(List<Person> people, int selected) {
        if (!people.equals(shown)) {
            shown = people;
            getChildren().setAll(people.stream().map(this::row).toList());
        }
        for (int at = 0; at < people.size(); at++) {
            Look.state(getChildren().get(at), "selected", at == selected);
        }
        setVisible(!people.isEmpty());
    }

    private HBox row(Person person) {
        Portrait portrait = new Portrait(screens.pictures(), 28);
        portrait.show(person.displayName(), person.id(), person.avatarId());
        Label name = new Label(person.displayName());
        name.getStyleClass().add("mention-name");
        Label user = new Label("@" + person.username());
        user.getStyleClass().add("mention-user");
        HBox row = new HBox(portrait.avatar(), name, user);
        row.setUserData(portrait);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("mention-candidate");
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(person.displayName() + ", @" + person.username());
        row.setOnMousePressed(event -> {
            pick.accept(person);
            event.consume();
        });
        return row;
    }
}
