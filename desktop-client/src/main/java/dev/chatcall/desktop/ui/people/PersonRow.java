package dev.chatcall.desktop.ui.people;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.presence.Presence;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A person on a line: picture, name, a second line, and what to do at its end. */
public final class PersonRow extends VBox {
    private static final int AVATAR_PX = 40;
    private static final int NAME_PX = 14;
    private static final int TEXT_PX = 13;

    private final FaceView face;
    private final OneLine name;
    private final OneLine text;
    private final HBox line;

    public PersonRow(Screens screens, Person person) {
        getStyleClass().add("person-row");
        face = new FaceView(AVATAR_PX, screens.pictures());
        name = new OneLine(screens.emojis(), NAME_PX, "person-name");
        text = new OneLine(screens.emojis(), TEXT_PX, "person-text");
        VBox lines = new VBox(name, text);
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        line = new HBox(12, face.node(), lines);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(line, Priority.ALWAYS);
        getChildren().add(line);
        new Watching(this).watch(screens.client().state().presence(person.id()), this::showPresence);
        show(person, null);
    }

    /** @param second the second line; null: the user name */
    public void show(Person person, @Nullable String second) {
        String below = second == null ? "@" + person.username() : second;
        face.show(Face.of(person));
        name.setText(person.displayName());
        text.setText(below);
        setAccessibleText(person.displayName() + ", " + below);
    }

    /** Puts controls at the line's end. */
    public PersonRow with(Node controls) {
        line.getChildren().add(controls);
        return this;
    }

    /** Puts controls below, where they would leave the name no room. */
    public PersonRow withBelow(Node controls) {
        StackPane below = new StackPane(controls);
        below.getStyleClass().add("person-below");
        below.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(below);
        return this;
    }

    private void showPresence(Optional<Presence> presence) {
        face.node().presence(presence.map(Presence::online).orElse(false));
    }
}
