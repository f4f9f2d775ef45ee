package dev.chatcall.desktop.ui.form;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One of several, chosen from a list that opens. What is shown is what is set: a choice only asks. */
public final class Select<T> extends VBox {
    private final ComboBox<T> box = new ComboBox<>();
    private boolean showing;

    public Select(String label, List<T> choices, Function<? super T, String> names, Consumer<? super T> onChange) {
        getStyleClass().add("field");
        Label name = Words.of(label, "field-label");
        name.setLabelFor(box);
        box.setAccessibleText(label);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(0);
        box.setConverter(new Names<>(names));
        box.getItems().setAll(choices);
        box.valueProperty().addListener((observable, before, now) -> {
            if (!showing && now != null) {
                onChange.accept(now);
            }
        });
        getChildren().addAll(name, box);
    }

    /** Shows what is set, without asking for it. */
    public void show(T value) {
        showing = true;
        box.setValue(value);
        showing = false;
    }

    public T value() {
        return box.getValue();
    }

    private static final class Names<T> extends StringConverter<T> {
        private final Function<? super T, String> names;

        private Names(Function<? super T, String> names) {
            this.names = names;
        }

        @Override
        public String toString(@Nullable T value) {
            return value == null ? "" : names.apply(value);
        }

        @Override
        public @Nullable T fromString(String name) {
            return null;
        }
    }
}
