package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.people.ListHeader;
import dev.chatcall.desktop.ui.people.PersonRow;
import dev.chatcall.protocol.account.Account;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The sections of the settings, below oneself. */
public final class SettingsList extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final int ICON_PX = 20;

    private final Screens screens;
    private final Section current;
    private final VBox sections = new VBox();

    /** @param section the open one; null: the profile */
    public SettingsList(Screens screens, @Nullable String section) {
        this.screens = screens;
        current = Section.of(section);
        getStyleClass().addAll("list-pane", "settings-list");
        sections.getStyleClass().add("settings-sections");
        sections.setAccessibleText(screens.t("settings.sections"));
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(new ListHeader(screens.t("settings.title")), scroll);
        sections.addEventHandler(KeyEvent.KEY_PRESSED, this::move);
        new Watching(this).watch(screens.client().state().account(), this::show);
    }

    private void show(Optional<Account> account) {
        sections.getChildren().clear();
        account.ifPresent(own -> sections.getChildren().add(new PersonRow(screens, own.person())));
        boolean administrator = account.map(Account::administrator).orElse(false);
        for (Section section : Section.values()) {
            if (section != Section.ADMINISTRATION || administrator) {
                sections.getChildren().add(item(section));
            }
        }
    }

    private Button item(Section section) {
        Button item = new Button(screens.t(section.titleKey()), section.icon().at(ICON_PX));
        item.getStyleClass().add("settings-item");
        item.setAlignment(Pos.CENTER_LEFT);
        item.setMaxWidth(Double.MAX_VALUE);
        item.pseudoClassStateChanged(CURRENT, section == current);
        item.setOnAction(event -> screens.navigation().go(new Place.Settings(section.id())));
        return item;
    }

    private void move(KeyEvent event) {
        int at = sections.getChildren().indexOf(event.getTarget());
        int next = at
                + switch (event.getCode()) {
                    case KeyCode.DOWN -> 1;
                    case KeyCode.UP -> -1;
                    default -> 0;
                };
        if (at >= 0 && next != at && next >= 0 && next < sections.getChildren().size()) {
            event.consume();
            sections.getChildren().get(next).requestFocus();
        }
    }
}
