package dev.chatcall.desktop.ui;

import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How this window shows its call. The call itself is the core's. Changed on the JavaFX thread. */
public final class CallStage {
    private final Store<State> state = new Store<>(new State(null, Shape.FULL));

    /**
     * A call that somebody is about to make: the preview is open for it.
     *
     * @param callId the call to join; null to ring the others
     */
    public record Preparation(
            UUID conversationId, boolean camera, @Nullable UUID callId) {}

    /** How large the call is. */
    public enum Shape {
        FULL,
        /** A small tile in the corner, so that one can read. */
        CORNER,
        /** A small window of its own above those of all programs. */
        FLOATING
    }

    public record State(@Nullable Preparation preparing, Shape shape) {
        /** One can read. */
        public boolean minimised() {
            return shape != Shape.FULL;
        }
    }

    public Observable<State> state() {
        return state;
    }

    public void prepare(Preparation preparation) {
        state.update(now -> new State(preparation, now.shape));
    }

    /** The preview is done with, whichever way. */
    public void prepared() {
        state.update(now -> new State(null, now.shape));
    }

    /** Out of the way; one that floats already stays where it is. */
    public void minimise() {
        state.update(now -> new State(now.preparing, now.minimised() ? now.shape : Shape.CORNER));
    }

    /** Into a window of its own. */
    public void setFloating() {
        state.update(now -> new State(now.preparing, Shape.FLOATING));
    }

    /** Back into the corner from a window of its own. */
    public void land() {
        state.update(now -> new State(now.preparing, now.shape == Shape.FLOATING ? Shape.CORNER : now.shape));
    }

    /** Shows the call in full. */
    public void show() {
        state.update(now -> new State(now.preparing, Shape.FULL));
    }
}
