package dev.chatcall.desktop.call;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.media.LocalTrack;
import dev.chatcall.desktop.media.MediaEngine;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Microphone and camera before a call; the call takes {@link #local} over, so that nothing is opened twice. On the loop. */
final class LivePreview implements AutoCloseable {
    /** How often the level is looked at. */
    private static final Duration LEVEL_EVERY = Duration.ofMillis(100);

    private final LocalMedia local;
    private final MediaEngine engine;
    private final DeviceBook book;
    private final Loop loop;
    private final Store<Preview.State> state;
    private final Subscription watching;
    private Subscription timer = () -> {};
    private boolean taken;

    LivePreview(MediaEngine engine, DeviceBook book, Loop loop, LocalMedia local, MediaChoice choice) {
        this.engine = engine;
        this.book = book;
        this.loop = loop;
        this.local = local;
        state = new Store<>(new Preview.State(choice, null, 0, null, null));
        watching = local.state().onChange(this::show);
        local.set(choice);
        measure();
    }

    Observable<Preview.State> state() {
        return state;
    }

    LocalMedia local() {
        return local;
    }

    void set(MediaChoice choice) {
        state.update(held ->
                new Preview.State(choice, held.video(), held.level(), held.microphoneProblem(), held.cameraProblem()));
        local.set(choice);
    }

    CompletableFuture<Void> testSpeaker() {
        return engine.testSound(book.choice().speakerId());
    }

    @Override
    public void close() {
        end();
        if (!taken) {
            local.close();
        }
    }

    /** A call goes on with what is open here. */
    LocalMedia take() {
        taken = true;
        end();
        local.stopMeter();
        return local;
    }

    private void end() {
        watching.close();
        timer.close();
    }

    private void show(LocalState now) {
        LocalTrack camera = now.tracks().camera();
        state.update(held -> new Preview.State(
                held.choice(),
                camera == null ? null : camera.video(),
                held.level(),
                now.microphoneProblem(),
                now.cameraProblem()));
    }

    private void measure() {
        timer = loop.after(LEVEL_EVERY, () -> {
            double level = local.level();
            state.update(held -> new Preview.State(
                    held.choice(), held.video(), level, held.microphoneProblem(), held.cameraProblem()));
            measure();
        });
    }
}
