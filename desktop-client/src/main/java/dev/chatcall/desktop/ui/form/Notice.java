package dev.chatcall.desktop.ui.form;

import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.fx.Watching;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** A sentence in a form or dialog beside what it is about. Takes no room while it says nothing. */
public final class Notice extends Label {
    /** How it is meant. */
    public enum Tone {
        DANGER,
        WARNING,
        CALM
    }

    public Notice(Tone tone) {
        getStyleClass().addAll("notice", tone.name().toLowerCase(Locale.ROOT));
        setAccessibleRole(AccessibleRole.TEXT);
        Words.wrap(this);
        setMaxWidth(Double.MAX_VALUE);
        say(null);
    }

    public Notice(Tone tone, String text) {
        this(tone);
        say(text);
    }

    /** @param text null: nothing */
    public void say(@Nullable String text) {
        setText(text == null ? "" : text);
        setVisible(text != null);
        setManaged(text != null);
    }

    /** What went wrong with a form. */
    public static Notice of(Submit submit, Texts texts, Watching watching) {
        return of(submit, texts, watching, code -> true);
    }

    /** @param shown of an error's code, whether it is said here; others are said at their fields */
    public static Notice of(Submit submit, Texts texts, Watching watching, Predicate<@Nullable String> shown) {
        Notice notice = new Notice(Tone.DANGER);
        Observable<Submit.State> state = submit.state();
        watching.watch(state, now -> {
            boolean failed = now.failure() != null && shown.test(now.code());
            notice.say(failed ? texts.error(now.failure()) : null);
        });
        return notice;
    }
}
