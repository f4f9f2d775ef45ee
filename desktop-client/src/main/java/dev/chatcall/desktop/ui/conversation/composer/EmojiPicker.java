package dev.chatcall.desktop.ui.conversation.composer;

import dev.chatcall.desktop.ui.Screens;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All emoji, found by name. The focus stays in the search field; the arrow keys choose. */
final class EmojiPicker extends VBox {
    private static final double WIDTH = 352;
    private static final double HEIGHT = 380;
    private static final int TONES = 6;
    private static final String HAND = "👋";

    private final Screens screens;
    private final Consumer<String> pick;
    private final EmojiBook book;
    private final TextField search = new TextField();
    private final EmojiGrid grid;
    private final Label none;
    private final HBox foot = new HBox();
    private final Button toneButton = new Button();
    private List<Emoji> found = List.of();
    private @Nullable Emoji active;
    private int tone;

    EmojiPicker(Screens screens, Consumer<String> pick) {
        this.screens = screens;
        this.pick = pick;
        book = EmojiBook.of(screens.texts().language());
        grid = new EmojiGrid(screens.emojis(), this::take, this::activate);
        none = new Label(screens.t("emoji.none"));
        none.getStyleClass().add("emoji-none");
        getStyleClass().add("emoji-picker");
        setPrefSize(WIDTH, HEIGHT);
        setMinSize(WIDTH, HEIGHT);
        search.setPromptText(screens.t("emoji.search"));
        search.setAccessibleText(screens.t("emoji.search"));
        search.getStyleClass().add("emoji-search");
        search.textProperty().addListener((observable, before, now) -> show(now));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        StackPane middle = new StackPane(grid.node(), none);
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox searchBox = new VBox(search);
        searchBox.getStyleClass().add("emoji-search-box");
        toneButton.getStyleClass().add("icon-button");
        toneButton.setAccessibleText(screens.t("emoji.skinTone"));
        toneButton.setOnAction(event -> setTone((tone + 1) % TONES));
        foot.getStyleClass().add("emoji-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(searchBox, middle, foot);
        setTone(0);
        show("");
    }

    /** Begins anew, with the caret in the search field. */
    void open() {
        search.clear();
        search.requestFocus();
    }

    private void show(String query) {
        found = book.find(query);
        grid.show(PickerRow.of(found, book.groups(), query.isBlank()));
        none.setVisible(found.isEmpty());
        activate(query.isBlank() || found.isEmpty() ? null : found.getFirst());
    }

    private void setTone(int next) {
        tone = next;
        Emoji hand = book.all().stream()
                .filter(each -> each.sign().equals(HAND))
                .findFirst()
                .orElseThrow();
        toneButton.setGraphic(
                new StackPane(screens.emojis().nodes(hand.inTone(next), 18).toArray(javafx.scene.Node[]::new)));
        grid.tone(next);
        showActive();
    }

    private void activate(@Nullable Emoji emoji) {
        active = emoji;
        grid.activate(emoji);
        showActive();
    }

    private void showActive() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Emoji now = active;
        Label name = new Label(now == null ? screens.t("emoji.pick") : now.name());
        foot.getChildren().clear();
        if (now != null) {
            foot.getChildren().addAll(screens.emojis().nodes(now.inTone(tone), 22));
        }
        foot.getChildren().addAll(name, space, toneButton);
    }

    private void take(Emoji emoji) {
        pick.accept(emoji.inTone(tone));
    }

    private void onKey(KeyEvent event) {
        int forward = screens.texts().rightToLeft() ? -1 : 1;
        boolean chosen = active != null;
        switch (event.getCode()) {
            case DOWN -> move(chosen ? PickerRow.COLUMNS : 0);
            case UP -> move(-PickerRow.COLUMNS);
            case RIGHT -> {
                if (!chosen) {
                    return;
                }
                move(forward);
            }
            case LEFT -> {
                if (!chosen) {
                    return;
                }
                move(-forward);
            }
            case ENTER -> {
                if (active != null) {
                    take(active);
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        if (!found.isEmpty()) {
            int from = active == null ? 0 : Math.max(0, found.indexOf(active));
            activate(found.get(Math.clamp((long) from + by, 0, found.size() - 1)));
        }
    }
}
