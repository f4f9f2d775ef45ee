package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CallPhase;
import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.ui.Screens;
import org.jspecify.annotations.Nullable;

/** Lets the caller hear that it rings. */
final class Ringback {
    private final Screens screens;
    private @Nullable Subscription playing;

    Ringback(Screens screens) {
        this.screens = screens;
    }

    void show(CurrentCall current) {
        boolean heard = screens.client().state().preferences().get().sound()
                && current.phase() == CallPhase.RINGING
                && current.call()
                        .startedBy()
                        .equals(CallFace.myId(screens.client().state()));
        if (!heard) {
            stop();
        } else if (playing == null) {
            playing = Tone.RINGBACK.play();
        }
    }

    void stop() {
        if (playing != null) {
            playing.close();
            playing = null;
        }
    }
}
