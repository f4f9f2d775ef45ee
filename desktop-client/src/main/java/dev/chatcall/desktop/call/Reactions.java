package dev.chatcall.desktop.call;

import dev.chatcall.desktop.call.CurrentCall.Reaction;
import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reactions come and go. */
final class Reactions {
    /** How long a reaction is shown. */
    private static final Duration SHOWN = Duration.ofSeconds(4);

    private final Loop loop;
    private final Store<List<Reaction>> list = new Store<>(List.of());
    private long key;

    Reactions(Loop loop) {
        this.loop = loop;
    }

    Observable<List<Reaction>> list() {
        return list;
    }

    void add(UUID accountId, String emoji) {
        Reaction reaction = new Reaction(key++, accountId, emoji);
        List<Reaction> more = new ArrayList<>(list.get());
        more.add(reaction);
        list.set(List.copyOf(more));
        loop.after(
                SHOWN,
                () -> list.update(held -> held.stream()
                        .filter(each -> each.key() != reaction.key())
                        .toList()));
    }
}
