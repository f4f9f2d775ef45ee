package dev.chatcall.desktop.draft;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.storage.AccountStorage;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What was written and not sent, by conversation; survives the end of the program. On the loop. */
public final class Drafts {
    /** Typing pauses so long before a draft is kept. */
    private static final Duration KEEP_AFTER = Duration.ofMillis(400);

    private final Store<Map<UUID, String>> state = new Store<>(Map.of());
    private final Loop loop;
    private final Set<UUID> changed = new HashSet<>();
    private @Nullable AccountStorage storage;
    private Subscription timer = () -> {};

    public Drafts(Loop loop) {
        this.loop = loop;
    }

    /** No empty texts. */
    public Observable<Map<UUID, String>> state() {
        return state;
    }

    /** Shows what is kept; what was written before it is read stays as it was written. */
    public CompletableFuture<Void> begin(AccountStorage opened) {
        storage = opened;
        return opened.drafts().handle((kept, failure) -> {
            if (storage == opened && kept != null) {
                Map<UUID, String> all = new HashMap<>(kept);
                all.keySet().removeAll(changed);
                all.putAll(state.get());
                state.set(Map.copyOf(all));
            }
            return null;
        });
    }

    /** Keeps what is not kept yet, and forgets it here. Call it before the storage is closed. */
    public void end() {
        keep();
        changed.clear();
        storage = null;
        state.set(Map.of());
    }

    /** @param text empty: no draft any more */
    public void set(UUID conversationId, String text) {
        Map<UUID, String> next = new HashMap<>(state.get());
        if (text.isEmpty()) {
            next.remove(conversationId);
        } else {
            next.put(conversationId, text);
        }
        state.set(Map.copyOf(next));
        changed.add(conversationId);
        timer.close();
        timer = loop.after(KEEP_AFTER, this::keep);
    }

    /** Keeps what is not kept yet; call it when the window goes out of sight. */
    public void keep() {
        timer.close();
        AccountStorage into = storage;
        if (into == null || changed.isEmpty()) {
            return;
        }
        Map<UUID, String> texts = new HashMap<>();
        for (UUID id : changed) {
            texts.put(id, state.get().getOrDefault(id, ""));
        }
        changed.clear();
        var _ = into.keepDrafts(texts).exceptionally(failure -> {
            if (storage == into) {
                changed.addAll(texts.keySet());
            }
            return null;
        });
    }
}
