package dev.chatcall.desktop.ui.form;

import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** A button that can be busy: something was asked for and the answer is not there yet, so a press does nothing. */
public final class PushButton extends Button {
    private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");
    private static final int ICON_PX = 16;
    private static final Duration TOOLTIP_DELAY = Duration.millis(400);

    private final BooleanProperty unavailable = new SimpleBooleanProperty(false);
    private final BooleanProperty busy = new SimpleBooleanProperty(false);
    private final @Nullable Icon icon;
    private boolean wasFocused;

    /** How much a button stands out. */
    public enum Look {
        PRIMARY,
        QUIET,
        PLAIN,
        DANGER,
        DANGER_PLAIN;

        private String styleClass() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public PushButton(Look look, String text, @Nullable Icon icon, Runnable act) {
        super(text);
        this.icon = icon;
        getStyleClass().add(look.styleClass());
        setMinWidth(USE_PREF_SIZE);
        setGraphic(iconNode());
        disableProperty().bind(unavailable.or(busy));
        setOnAction(event -> act.run());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                fire();
            }
        });
    }

    public PushButton(Look look, String text, Runnable act) {
        this(look, text, null, act);
    }

    /** A button that is a picture alone, with its name as a tooltip. */
    public static PushButton ofIcon(Icon icon, double size, String label, Runnable act) {
        PushButton button = new PushButton(Look.PLAIN, "", null, act);
        button.getStyleClass().add("icon-button");
        button.setGraphic(icon.at(size));
        name(button, label);
        return button;
    }

    /** Says what a button is that is a picture alone, to a screen reader and below the pointer. */
    public static void name(ButtonBase button, String label) {
        button.setAccessibleText(label);
        Tooltip tooltip = new Tooltip(label);
        tooltip.setShowDelay(TOOLTIP_DELAY);
        button.setTooltip(tooltip);
    }

    /** Names it for a screen reader where its text alone does not say what it is about. */
    public PushButton called(String label) {
        setAccessibleText(label);
        return this;
    }

    /** Whether what it does makes no sense now. */
    public void setUnavailable(boolean now) {
        unavailable.set(now);
    }

    /** Is busy for as long as the form is. */
    public PushButton follow(Submit submit, Watching watching) {
        Observable<Boolean> running = submit.state().map(Submit.State::busy);
        watching.watch(running, this::setBusy);
        return this;
    }

    public void setBusy(boolean now) {
        if (busy.get() == now) {
            return;
        }
        // A button that cannot be pressed loses the focus: it gets it back, unless somebody went on meanwhile.
        boolean giveBack = !now && wasFocused && !isTyping();
        wasFocused = now && isFocused();
        busy.set(now);
        pseudoClassStateChanged(BUSY, now);
        setGraphic(now ? progress() : iconNode());
        if (giveBack) {
            requestFocus();
        }
    }

    private boolean isTyping() {
        return getScene() != null && getScene().getFocusOwner() instanceof TextInputControl;
    }

    private @Nullable Node iconNode() {
        return icon == null ? null : icon.at(ICON_PX);
    }

    private static Node progress() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("button-progress");
        turning.setPrefSize(ICON_PX, ICON_PX);
        return turning;
    }
}
