package dev.chatcall.desktop.call;

import dev.chatcall.desktop.call.CallNotice.DeviceKind;
import dev.chatcall.desktop.call.CurrentCall.DeviceProblem;
import dev.chatcall.desktop.media.LocalTrack;
import dev.chatcall.desktop.media.MediaEngine;
import dev.chatcall.desktop.media.MediaEngine.Loudness;
import dev.chatcall.desktop.media.MediaException;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One's own microphone, camera and screen. Nothing of the devices fails: what cannot be had is off, with its problem.
 */
final class LocalMedia implements AutoCloseable {
    private final MediaEngine engine;
    private final DeviceBook book;
    private final Consumer<CallNotice> notify;
    private final Store<LocalState> state = new Store<>(LocalState.OFF);
    private final Turn turn = new Turn();
    private @Nullable LocalTrack measured;
    private @Nullable Loudness meter;
    private boolean closed;

    LocalMedia(MediaEngine engine, DeviceBook book, Consumer<CallNotice> notify) {
        this.engine = engine;
        this.book = book;
        this.notify = notify;
    }

    Observable<LocalState> state() {
        return state;
    }

    /** Switches both. */
    CompletableFuture<Void> set(MediaChoice choice) {
        return setMicrophone(choice.microphone()).thenCompose(done -> setCamera(choice.camera()));
    }

    CompletableFuture<Void> setMicrophone(boolean on) {
        return inTurn(() -> {
            boolean there = tracks().microphone() != null;
            CompletableFuture<Void> ready = on && !there ? acquire(DeviceKind.MICROPHONE) : done();
            return ready.thenRun(() -> turnMicrophone(on));
        });
    }

    CompletableFuture<Void> setCamera(boolean on) {
        return inTurn(() -> {
            if (!on) {
                drop(DeviceKind.CAMERA);
                return done();
            }
            return tracks().camera() == null ? acquire(DeviceKind.CAMERA) : done();
        });
    }

    /** Fails with {@link MediaException} where there is no screen to share. */
    CompletableFuture<Void> setScreen(boolean on) {
        if (!on) {
            endScreen();
            return done();
        }
        return inTurn(() -> tracks().screen() != null ? done() : engine.screen().thenAccept(this::shareScreen));
    }

    /** Takes what was just chosen into use, where that device is on. */
    CompletableFuture<Void> chosen(DeviceChoice before, DeviceChoice now) {
        return inTurn(() -> {
            boolean otherSound = !DeviceBook.wishOf(before).equals(DeviceBook.wishOf(now));
            boolean otherCamera = !Objects.equals(before.cameraId(), now.cameraId());
            CompletableFuture<Void> sound =
                    otherSound && tracks().microphone() != null ? acquire(DeviceKind.MICROPHONE) : done();
            return sound.thenCompose(
                    done -> otherCamera && tracks().camera() != null ? acquire(DeviceKind.CAMERA) : done());
        });
    }

    /** Loudness of one's own microphone, 0 to 1; 0 while it is muted. */
    double level() {
        LocalTrack track = tracks().microphone();
        if (measured != track) {
            stopMeter();
        }
        if (track == null || !state.get().microphone()) {
            return 0;
        }
        if (meter == null) {
            measured = track;
            meter = engine.loudness(track);
        }
        return meter.level();
    }

    /** From here on nobody looks at the level. */
    void stopMeter() {
        if (meter != null) {
            meter.close();
        }
        meter = null;
        measured = null;
    }

    @Override
    public void close() {
        closed = true;
        stopMeter();
        SentTracks tracks = tracks();
        stop(tracks.microphone());
        stop(tracks.camera());
        stop(tracks.screen());
    }

    private CompletableFuture<Void> inTurn(Supplier<CompletableFuture<Void>> task) {
        return turn.take(() -> closed ? done() : task.get());
    }

    private SentTracks tracks() {
        return state.get().tracks();
    }

    private CompletableFuture<Void> acquire(DeviceKind kind) {
        return open(kind, book.choice())
                .handle((track, failure) -> {
                    if (failure == null) {
                        adopt(kind, track);
                        return done();
                    }
                    return acquireAny(kind, failure);
                })
                .thenCompose(next -> next)
                .thenCompose(done -> book.refresh());
    }

    /** Where the chosen one is gone, another is better than none. */
    private CompletableFuture<Void> acquireAny(DeviceKind kind, Throwable failure) {
        DeviceProblem problem = problemOf(failure);
        LocalTrack held = of(kind);
        if (problem == DeviceProblem.BUSY && held != null) {
            // Some systems give a device only once: the next can be had only when the one in use is let go.
            drop(kind);
            return acquire(kind);
        }
        boolean wishedOne = kind == DeviceKind.CAMERA
                ? book.choice().cameraId() != null
                : book.choice().microphoneId() != null;
        if (problem != DeviceProblem.MISSING || !wishedOne) {
            refused(kind, problem);
            return done();
        }
        return open(kind, DeviceBook.anyOf(book.choice())).handle((track, again) -> {
            if (again == null) {
                adopt(kind, track);
            } else {
                refused(kind, problemOf(again));
            }
            return null;
        });
    }

    private CompletableFuture<LocalTrack> open(DeviceKind kind, DeviceChoice choice) {
        return kind == DeviceKind.CAMERA
                ? engine.camera(choice.cameraId())
                : engine.microphone(DeviceBook.wishOf(choice));
    }

    private void refused(DeviceKind kind, DeviceProblem problem) {
        if (of(kind) != null) {
            return;
        }
        state.update(held -> kind == DeviceKind.CAMERA
                ? held.withCamera(held.tracks(), false, problem)
                : held.withMicrophone(held.tracks(), false, problem));
    }

    private void adopt(DeviceKind kind, LocalTrack track) {
        if (closed) {
            track.stop();
            return;
        }
        LocalTrack before = of(kind);
        LocalState held = state.get();
        track.onEnded(() -> lost(kind, track));
        if (kind == DeviceKind.CAMERA) {
            state.set(held.withCamera(held.tracks().withCamera(track), true, null));
        } else {
            boolean on = before == null || held.microphone();
            track.setEnabled(on);
            state.set(held.withMicrophone(held.tracks().withMicrophone(track), on, null));
        }
        stop(before);
    }

    private void turnMicrophone(boolean on) {
        LocalTrack track = tracks().microphone();
        if (track != null) {
            track.setEnabled(on);
            state.update(held -> held.withMicrophone(held.tracks(), on, held.microphoneProblem()));
        }
    }

    private void drop(DeviceKind kind) {
        LocalTrack track = of(kind);
        if (track == null) {
            return;
        }
        state.update(held -> kind == DeviceKind.CAMERA
                ? held.withCamera(held.tracks().withCamera(null), false, held.cameraProblem())
                : held.withMicrophone(held.tracks().withMicrophone(null), false, held.microphoneProblem()));
        stop(track);
    }

    /** The device went away: the next best takes its place. */
    private void lost(DeviceKind kind, LocalTrack track) {
        inTurn(() -> {
            if (of(kind) != track) {
                return done();
            }
            boolean wasOn = kind == DeviceKind.CAMERA || state.get().microphone();
            drop(kind);
            return acquire(kind).thenRun(() -> {
                if (kind == DeviceKind.MICROPHONE) {
                    turnMicrophone(wasOn);
                }
                LocalTrack next = of(kind);
                notify.accept(new CallNotice.DeviceLost(kind, next == null ? null : next.label()));
            });
        });
    }

    private void shareScreen(LocalTrack screen) {
        if (closed) {
            screen.stop();
            return;
        }
        screen.onEnded(() -> {
            if (tracks().screen() == screen) {
                endScreen();
            }
        });
        state.update(held -> held.withScreen(held.tracks().withScreen(screen), true));
    }

    private void endScreen() {
        LocalTrack screen = tracks().screen();
        if (screen != null) {
            state.update(held -> held.withScreen(held.tracks().withScreen(null), false));
            stop(screen);
        }
    }

    private @Nullable LocalTrack of(DeviceKind kind) {
        return kind == DeviceKind.CAMERA ? tracks().camera() : tracks().microphone();
    }

    static DeviceProblem problemOf(Throwable failure) {
        Throwable cause = Failures.causeOf(failure);
        if (!(cause instanceof MediaException media)) {
            return DeviceProblem.BUSY;
        }
        return switch (media.problem()) {
            case DENIED -> DeviceProblem.DENIED;
            case MISSING -> DeviceProblem.MISSING;
            case BUSY, REFUSED -> DeviceProblem.BUSY;
        };
    }

    private static void stop(@Nullable LocalTrack track) {
        if (track != null) {
            track.stop();
        }
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
