package dev.chatcall.desktop.sync;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Subscription;
import java.time.Duration;

/** Has what changes kept, gathered for a moment: a busy conversation is written once a second, not once a message. */
public final class SnapshotWriter {
    private static final Duration GATHER = Duration.ofSeconds(1);

    private final Loop loop;
    private final Observable<SyncState> state;
    private final SnapshotStore store;
    private final Subscription listening;
    private SyncState kept;
    private Subscription timer = () -> {};
    private boolean waiting;

    /** Begins; what is held now is what is kept. */
    public SnapshotWriter(Loop loop, Observable<SyncState> state, SnapshotStore store) {
        this.loop = loop;
        this.state = state;
        this.store = store;
        this.kept = state.get();
        this.listening = state.onChange(_ -> changed());
    }

    /** Keeps what is not kept yet, and ends. */
    public void close() {
        listening.close();
        timer.close();
        keep();
    }

    /** Ends without keeping anything more: what is kept goes away. */
    public void abandon() {
        listening.close();
        timer.close();
    }

    private void changed() {
        if (!waiting) {
            waiting = true;
            timer = loop.after(GATHER, this::keep);
        }
    }

    private void keep() {
        waiting = false;
        SyncState now = state.get();
        Snapshots.between(kept, now).ifPresent(store::keep);
        kept = now;
    }
}
