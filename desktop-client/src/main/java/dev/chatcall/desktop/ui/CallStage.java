package dev.chatcall.desktop.ui;

import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How this window shows its call. The call itself is the core's. Changed on the JavaFX thread. */
public final class CallStage {
    private final Store<State> state = new Store<>(new State(null, false));

    /**
     * A call that somebody is about to make: the preview is open for it.
     *
     * @param callId the call to join; null to ring the others
     */
    public record Preparation(
            UUID conversationId, boolean camera, @Nullable UUID callId) {}

    /** @param minimised the call is a small tile in the corner, so that one can read */
    public record State(@Nullable Preparation preparing, boolean minimised) {}

    public Observable<State> state() {
        return state;
    }

    public void prepare(Preparation preparation) {
        state.update(now -> new State(preparation, now.minimised));
    }

    /** The preview is done with, whichever way. */
    public void prepared() {
        state.update(now -> new State(null, now.minimised));
    }

    public void minimise() {
        state.update(now -> new State(now.preparing, true));
    }

    /** Shows the call in full. */
    public void show() {
        state.update(now -> new State(now.preparing, false));
    }
}
