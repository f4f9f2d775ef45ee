package dev.chatcall.desktop.ui.people;

import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.fx.Watching;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** The server's time as a view shows it, in milliseconds since 1970: told each minute while the view is in a window. */
public final class Now {
    private final Screens screens;
    private final Store<Long> now;

    public Now(Screens screens, Watching watching) {
        this.screens = screens;
        now = new Store<>(read());
        watching.add(() -> {
            Timeline minutes = new Timeline(new KeyFrame(Duration.minutes(1), event -> now.set(read())));
            minutes.setCycleCount(Animation.INDEFINITE);
            now.set(read());
            minutes.play();
            return minutes::stop;
        });
    }

    public Observable<Long> value() {
        return now;
    }

    public long get() {
        return now.get();
    }

    private long read() {
        return screens.clock().millis() + screens.client().state().clockOffset().get();
    }
}
