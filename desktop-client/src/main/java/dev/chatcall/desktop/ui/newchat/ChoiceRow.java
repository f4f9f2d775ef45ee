package dev.chatcall.desktop.ui.newchat;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.people.PersonRow;
import dev.chatcall.desktop.ui.people.Row;
import dev.chatcall.protocol.account.Person;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;

/** Somebody who can be chosen. */
final class ChoiceRow implements Row<Person> {
    private final PersonRow node;

    ChoiceRow(Screens screens, PeopleChoice choice, Person person) {
        CheckBox box = new CheckBox();
        box.setAccessibleText(screens.texts().t("people.choose", Map.of("name", person.displayName())));
        box.setFocusTraversable(false);
        box.setOnAction(event -> choice.toggle(person));
        node = new PersonRow(screens, person).with(box);
        new Watching(node).watch(choice.chosen(), chosen -> box.setSelected(choice.holds(person)));
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(Person person) {
        node.show(person, null);
    }
}
