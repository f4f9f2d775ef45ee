package dev.chatcall.desktop.call;

import dev.chatcall.desktop.call.CurrentCall.DeviceProblem;
import dev.chatcall.desktop.media.VideoSource;
import dev.chatcall.desktop.observable.Observable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Microphone and camera before a call. */
public interface Preview extends AutoCloseable {
    Observable<State> state();

    void set(MediaChoice choice);

    /** Plays a short sound on the chosen speaker. */
    CompletableFuture<Void> testSpeaker();

    @Override
    void close();

    /** @param level loudness of the microphone, 0 to 1 */
    record State(
            MediaChoice choice,
            @Nullable VideoSource video,
            double level,
            @Nullable DeviceProblem microphoneProblem,
            @Nullable DeviceProblem cameraProblem) {}
}
