package dev.chatcall.desktop.ui.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One of a few. What is shown is what is set: a press only asks. */
public final class Choices<T> extends VBox {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private boolean showing;

    /**
     * @param choices with their names, in their order
     * @param inRow side by side, as one bar
     */
    public Choices(String label, Map<T, String> choices, boolean inRow, Consumer<? super T> onChange) {
        getStyleClass().add("choices");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(label);
        Pane all = inRow ? new HBox() : new VBox();
        all.getStyleClass().add(inRow ? "choices-row" : "choices-column");
        choices.forEach((value, name) -> {
            ToggleButton button = inRow ? new ToggleButton(name) : new RadioButton(name);
            button.getStyleClass().add(inRow ? "segment" : "choice");
            button.setToggleGroup(group);
            button.setUserData(value);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAccessibleText(label + ": " + name);
            Words.wrap(button);
            HBox.setHgrow(button, Priority.ALWAYS);
            if (inRow) {
                button.setMinWidth(0);
                button.setPrefWidth(0);
            }
            buttons.put(value, button);
            all.getChildren().add(button);
        });
        group.selectedToggleProperty().addListener((observable, before, now) -> chosen(before, now, onChange));
        getChildren().addAll(Words.of(label, "choices-label"), all);
    }

    /** Shows what is set, without asking for it. */
    public void show(T value) {
        showing = true;
        group.selectToggle(buttons.get(value));
        showing = false;
    }

    @SuppressWarnings("unchecked")
    private void chosen(@Nullable Toggle before, @Nullable Toggle now, Consumer<? super T> onChange) {
        if (now == null && before != null) {
            // One is always chosen: pressing it again takes nothing away.
            showing = true;
            group.selectToggle(before);
            showing = false;
        } else if (!showing && now != null && before != now) {
            onChange.accept((T) now.getUserData());
        }
    }
}
