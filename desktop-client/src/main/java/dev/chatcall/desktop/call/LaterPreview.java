package dev.chatcall.desktop.call;

import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A preview for the screens, from any thread: there at once, and shows something when the loop has made it. */
final class LaterPreview implements Preview {
    private final Loop loop;
    private final Supplier<CallEngine> engine;
    private final Store<State> state;
    private @Nullable OwnMedia own;
    private @Nullable LivePreview made;
    private Subscription following = () -> {};
    private boolean closed;

    LaterPreview(Loop loop, Supplier<CallEngine> engine, MediaChoice choice) {
        this.loop = loop;
        this.engine = engine;
        state = new Store<>(new State(choice, null, 0, null, null));
        loop.execute(this::make);
    }

    @Override
    public Observable<State> state() {
        return state;
    }

    @Override
    public void set(MediaChoice choice) {
        loop.execute(() -> {
            if (made != null) {
                made.set(choice);
            }
        });
    }

    @Override
    public CompletableFuture<Void> testSpeaker() {
        CompletableFuture<Void> played = new CompletableFuture<>();
        loop.execute(() -> {
            LivePreview preview = made;
            CompletableFuture<Void> sound =
                    preview == null ? CompletableFuture.completedFuture(null) : preview.testSpeaker();
            sound.whenComplete((done, failure) -> {
                if (failure == null) {
                    played.complete(null);
                } else {
                    played.completeExceptionally(new ApiException(Calls.SOUND_MISSING));
                }
            });
        });
        return played;
    }

    @Override
    public void close() {
        loop.execute(() -> {
            closed = true;
            following.close();
            if (made != null && own != null) {
                own.closed(made);
            }
            made = null;
        });
    }

    private void make() {
        if (closed) {
            return;
        }
        CallEngine ready;
        try {
            ready = engine.get();
        } catch (ApiException nobody) {
            return;
        }
        own = ready.own();
        made = own.preview(state.get().choice());
        following = made.state().watch(state::set);
    }
}
