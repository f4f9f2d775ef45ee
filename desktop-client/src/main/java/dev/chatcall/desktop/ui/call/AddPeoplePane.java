package dev.chatcall.desktop.ui.call;

import com.ibm.icu.text.ListFormatter;
import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.Member;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Notice;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallParticipant;
import dev.chatcall.protocol.call.ParticipantState;
import dev.chatcall.protocol.contact.Contact;
import dev.chatcall.protocol.contact.ContactState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Rings more people. From a call between two a group is made, named after its people unless one says otherwise. */
final class AddPeoplePane extends VBox {
    private final Screens screens;
    private final Call call;
    private final boolean group;
    private final List<Person> offered;
    private final Map<UUID, Person> chosen = new LinkedHashMap<>();
    private final TextField search = new TextField();
    private final TextField name = new TextField();
    private final VBox list = new VBox();
    private final Label count = new Label();
    private final Notice wrong = new Notice(Notice.Tone.DANGER);
    private final Button ring = new Button();
    private boolean typed;

    AddPeoplePane(Screens screens, Call call) {
        super(12);
        this.screens = screens;
        this.call = call;
        ClientState state = screens.client().state();
        Optional<ConversationView> conversation =
                state.conversation(call.conversationId()).get();
        group = conversation.filter(each -> each.otherId() == null).isPresent();
        offered = offeredIn(state, conversation);
        getStyleClass().add("add-people");
        setPrefWidth(440);
        count.getStyleClass().add("muted");
        search.setPromptText(screens.t("contacts.search"));
        search.setAccessibleText(screens.t("contacts.search"));
        search.textProperty().addListener(observable -> showPeople());
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(280);
        getChildren().addAll(wrong, count, search, scroll);
        if (!group) {
            getChildren().add(nameField());
        }
        getChildren().add(actions());
        showPeople();
        showChoice();
    }

    private List<Person> offeredIn(ClientState state, Optional<ConversationView> conversation) {
        Set<UUID> without = call.participants().stream()
                .filter(each ->
                        !group || each.state() == ParticipantState.JOINED || each.state() == ParticipantState.RINGING)
                .map(CallParticipant::accountId)
                .collect(Collectors.toSet());
        if (group) {
            return conversation.stream()
                    .flatMap(each -> each.members().stream())
                    .map(Member::accountId)
                    .filter(id -> !without.contains(id))
                    .flatMap(id -> state.person(id).get().stream())
                    .toList();
        }
        return state.account().get().stream()
                .flatMap(account -> account.contacts().stream())
                .filter(contact -> contact.state() == ContactState.CONTACT)
                .map(Contact::person)
                .filter(person -> !without.contains(person.id()))
                .toList();
    }

    private VBox nameField() {
        Label label = new Label(screens.t("newGroup.name"));
        label.setLabelFor(name);
        name.setAccessibleText(label.getText());
        name.setOnKeyTyped(event -> {
            typed = true;
            showChoice();
        });
        Label hint = new Label(screens.t("call.addText"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        return new VBox(4, label, name, hint);
    }

    private HBox actions() {
        Button cancel = new Button(screens.t("action.cancel"));
        cancel.setOnAction(event -> screens.dialogs().close());
        ring.setText(screens.t("call.ring"));
        ring.getStyleClass().add("primary");
        ring.setOnAction(event -> add());
        HBox actions = new HBox(8, cancel, ring);
        actions.setAlignment(Pos.CENTER_RIGHT);
        return actions;
    }

    private void showPeople() {
        String query = search.getText().strip().toLowerCase(screens.texts().locale());
        List<Person> found = offered.stream()
                .filter(person -> (person.displayName() + " " + person.username())
                        .toLowerCase(screens.texts().locale())
                        .contains(query))
                .toList();
        list.getChildren().setAll(found.stream().map(this::row).toList());
        if (found.isEmpty()) {
            Label none = new Label(
                    query.isEmpty()
                            ? screens.t("contacts.empty")
                            : screens.texts().t("contacts.findNothing", Map.of("query", search.getText())));
            none.getStyleClass().addAll("muted", "people-none");
            none.setWrapText(true);
            list.getChildren().add(none);
        }
    }

    private HBox row(Person person) {
        FacePicture picture = new FacePicture(screens, 32);
        picture.show(new CallFace(person.id(), person.displayName(), person.avatarId(), false));
        Label label = new Label(person.displayName());
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        CheckBox box = new CheckBox();
        box.setAccessibleText(screens.texts().t("people.choose", Map.of("name", person.displayName())));
        box.setSelected(chosen.containsKey(person.id()));
        box.setOnAction(event -> choose(person, box.isSelected()));
        // A press anywhere in the row presses it, once.
        box.setMouseTransparent(true);
        HBox row = new HBox(12, picture, label, box);
        row.getStyleClass().add("people-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setOnMouseClicked(event -> box.fire());
        return row;
    }

    private void choose(Person person, boolean on) {
        if (on) {
            chosen.put(person.id(), person);
        } else {
            chosen.remove(person.id());
        }
        showChoice();
    }

    private void showChoice() {
        count.setText(screens.texts().t("newGroup.selected", Map.of("count", chosen.size())));
        if (!group && !typed) {
            name.setText(suggestedName());
        }
        ring.setDisable(chosen.isEmpty() || (!group && name.getText().isBlank()));
    }

    private String suggestedName() {
        List<String> names = new ArrayList<>();
        CallFace.peopleOf(call).forEach(id -> names.add(CallFace.nameOf(screens, id)));
        chosen.values().forEach(person -> names.add(person.displayName()));
        String all = ListFormatter.getInstance(
                        screens.texts().locale(), ListFormatter.Type.AND, ListFormatter.Width.NARROW)
                .format(names);
        return shortened(all);
    }

    /** What a group's name has room for. */
    static String shortened(String name) {
        int letters = name.codePointCount(0, name.length());
        return letters <= Limits.GROUP_NAME_MAX
                ? name
                : name.substring(0, name.offsetByCodePoints(0, Limits.GROUP_NAME_MAX - 1)) + "…";
    }

    private void add() {
        ring.setDisable(true);
        List<UUID> people = List.copyOf(chosen.keySet());
        String groupName = group ? "" : name.getText().strip();
        screens.client()
                .calls()
                .add(people, groupName)
                .whenComplete((done, failure) -> screens.fx().execute(() -> {
                    if (failure == null) {
                        screens.dialogs().close();
                    } else {
                        wrong.say(screens.texts().error(failure));
                        ring.setDisable(false);
                    }
                }));
    }
}
