package dev.chatcall.desktop.call;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.media.Stat;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** Listens again and again who is heard, from what a connection counts. */
final class SpeakingWatch implements AutoCloseable {
    /** Loudness (linear) from which somebody is heard. */
    static final double HEARD_LEVEL = 0.015;

    private static final Duration EVERY = Duration.ofMillis(250);

    private final Loop loop;
    private final Supplier<CompletableFuture<List<Stat>>> stats;
    private final Function<List<Stat>, List<UUID>> heard;
    private final Store<List<UUID>> speaking = new Store<>(List.of());
    private Subscription next = () -> {};
    private boolean closed;

    /** @param heard who is heard by such counts */
    SpeakingWatch(Loop loop, Supplier<CompletableFuture<List<Stat>>> stats, Function<List<Stat>, List<UUID>> heard) {
        this.loop = loop;
        this.stats = stats;
        this.heard = heard;
    }

    Observable<List<UUID>> speaking() {
        return speaking;
    }

    void listen() {
        next = loop.after(
                EVERY, () -> stats.get().exceptionally(gone -> List.of()).thenAccept(this::listened));
    }

    private void listened(List<Stat> counted) {
        if (!closed) {
            speaking.set(heard.apply(counted));
            listen();
        }
    }

    @Override
    public void close() {
        closed = true;
        next.close();
    }
}
