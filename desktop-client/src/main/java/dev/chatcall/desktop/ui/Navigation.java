package dev.chatcall.desktop.ui;

import javafx.beans.value.ObservableValue;

/** The way from place to place. Used on the JavaFX thread. */
public interface Navigation {
    ObservableValue<Place> place();

    /** Goes there; going where one is does nothing. */
    void go(Place place);

    /** To where one was before; from the first place to the list of conversations. */
    void back();
}
