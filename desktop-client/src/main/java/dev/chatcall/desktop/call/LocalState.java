package dev.chatcall.desktop.call;

import dev.chatcall.desktop.call.CurrentCall.DeviceProblem;
import org.jspecify.annotations.Nullable;

/**
 * One's own microphone, camera and screen.
 *
 * @param microphone heard: a muted one keeps its track
 */
record LocalState(
        SentTracks tracks,
        boolean microphone,
        boolean camera,
        boolean screen,
        @Nullable DeviceProblem microphoneProblem,
        @Nullable DeviceProblem cameraProblem) {

    static final LocalState OFF = new LocalState(SentTracks.NONE, false, false, false, null, null);

    LocalState withMicrophone(SentTracks next, boolean on, @Nullable DeviceProblem problem) {
        return new LocalState(next, on, camera, screen, problem, cameraProblem);
    }

    LocalState withCamera(SentTracks next, boolean on, @Nullable DeviceProblem problem) {
        return new LocalState(next, microphone, on, screen, microphoneProblem, problem);
    }

    LocalState withScreen(SentTracks next, boolean on) {
        return new LocalState(next, microphone, camera, on, microphoneProblem, cameraProblem);
    }
}
