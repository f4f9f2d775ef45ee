package dev.chatcall.desktop.ui.newchat;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.EmptyState;
import dev.chatcall.desktop.ui.form.SearchField;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.desktop.ui.people.Contacts;
import dev.chatcall.desktop.ui.people.Face;
import dev.chatcall.desktop.ui.people.FaceView;
import dev.chatcall.desktop.ui.people.Matches;
import dev.chatcall.desktop.ui.people.Row;
import dev.chatcall.desktop.ui.people.RowList;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.contact.ContactState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One's contacts to choose from, with those chosen on top. */
public final class PeopleChooser extends VBox {
    private static final int CHIP_AVATAR_PX = 20;
    private static final int CHIP_ICON_PX = 14;

    private final Screens screens;
    private final PeopleChoice choice;
    private final Set<UUID> without;
    private final SearchField search;
    private final FlowPane chips = new FlowPane(6, 6);
    private final RowList<Person> list;
    private final StackPane body = new StackPane();

    /** @param without those who are not offered: members already */
    public PeopleChooser(Screens screens, PeopleChoice choice, Set<UUID> without) {
        this.screens = screens;
        this.choice = choice;
        this.without = without;
        search = new SearchField(screens.t("contacts.search"), screens.texts());
        list = new RowList<>(screens.t("contacts.title"), Person::id, this::row, choice::toggle);
        getStyleClass().add("people-chooser");
        chips.getStyleClass().add("chosen-people");
        setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        body.setPrefHeight(300);
        getChildren().addAll(chips, search, body);
        Watching watching = new Watching(this);
        watching.watch(choice.chosen(), this::showChosen);
        watching.watch(screens.client().state().account(), changed -> render());
        search.text().addListener((observable, before, query) -> render());
    }

    private Row<Person> row(Person person) {
        return new ChoiceRow(screens, choice, person);
    }

    private void render() {
        String query = search.text().get().strip();
        List<Person> offered =
                Contacts.in(
                                ContactState.CONTACT,
                                screens.client().state().account().get(),
                                screens.texts().locale())
                        .stream()
                        .filter(person -> !without.contains(person.id()) && Matches.matches(query, person))
                        .toList();
        list.show(offered);
        body.getChildren().setAll(offered.isEmpty() ? nobody(query) : list);
    }

    private Node nobody(String query) {
        return query.isEmpty()
                ? new EmptyState(Icon.ADD_PERSON, screens.t("contacts.empty"), screens.t("contacts.emptyText"))
                : new EmptyState(null, screens.texts().t("contacts.findNothing", Map.of("query", query)), null);
    }

    private void showChosen(List<Person> people) {
        if (people.isEmpty()) {
            chips.getChildren()
                    .setAll(Words.of(screens.texts().t("newGroup.selected", Map.of("count", 0)), "words-explanation"));
        } else {
            chips.getChildren().setAll(people.stream().map(this::chip).toList());
        }
    }

    private Node chip(Person person) {
        FaceView face = new FaceView(CHIP_AVATAR_PX, screens.pictures());
        face.show(Face.of(person));
        HBox picture =
                new HBox(6, face.node(), Words.of(person.displayName(), "chip-name"), Icon.CLOSE.at(CHIP_ICON_PX));
        picture.setAlignment(Pos.CENTER_LEFT);
        Button chip = new Button("", picture);
        chip.getStyleClass().add("chip");
        chip.setAccessibleText(screens.texts().t("newGroup.removePerson", Map.of("name", person.displayName())));
        chip.setOnAction(event -> choice.toggle(person));
        return chip;
    }
}
