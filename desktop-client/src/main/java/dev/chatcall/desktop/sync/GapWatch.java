package dev.chatcall.desktop.sync;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.ClientMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks for what is missing where a gap does not close by itself: after a second, then less and less often. Of a
 * conversation that one was just removed from a late frame may have come: there is no answer to that, so it is dropped.
 */
final class GapWatch {
    /** How long a missing change may still be on its way, in milliseconds. */
    static final long PATIENCE_MS = 1_000;

    private static final long LONGEST_MS = 30_000;
    /** Asked so often about a conversation that is not held, there is none to be had. */
    private static final int ASKS_MAX = 5;

    private final Loop loop;
    private final Store<SyncState> state;
    private final Predicate<ClientMessage> send;
    private final Map<UUID, Asked> asked = new HashMap<>();
    private @Nullable Subscription timer;

    GapWatch(Loop loop, Store<SyncState> state, Predicate<ClientMessage> send) {
        this.loop = loop;
        this.state = state;
        this.send = send;
    }

    /** Call after each frame. */
    void look() {
        Map<UUID, Aside> aside = state.get().aside();
        asked.keySet().retainAll(aside.keySet());
        if (aside.isEmpty() || state.get().syncing()) {
            stop();
            return;
        }
        if (timer != null) {
            return;
        }
        long next = aside.entrySet().stream()
                .mapToLong(entry -> dueAt(entry.getKey(), entry.getValue()))
                .min()
                .orElseThrow();
        timer = loop.after(Duration.ofMillis(Math.max(next - loop.now(), 1)), this::ask);
    }

    void stop() {
        if (timer != null) {
            timer.close();
        }
        timer = null;
    }

    private void ask() {
        timer = null;
        SyncState held = state.get();
        long now = loop.now();
        for (Map.Entry<UUID, Aside> gap : held.aside().entrySet()) {
            if (!held.syncing() && dueAt(gap.getKey(), gap.getValue()) <= now) {
                askAbout(gap.getKey(), held.conversations().get(gap.getKey()), now);
            }
        }
        look();
    }

    private void askAbout(UUID id, @Nullable ConversationEntry entry, long now) {
        Asked before = asked.get(id);
        int times = before == null ? 1 : before.times() + 1;
        if (entry == null && times > ASKS_MAX) {
            state.update(held -> held.withAside(Maps.without(held.aside(), id)));
            return;
        }
        var _ = send.test(new ClientMessage.SyncConversation(id, entry == null ? 0 : entry.change()));
        asked.put(id, new Asked(times, now + Math.min(PATIENCE_MS << Math.min(times, 10), LONGEST_MS)));
    }

    private long dueAt(UUID id, Aside aside) {
        Asked before = asked.get(id);
        return before == null ? aside.since() + PATIENCE_MS : before.next();
    }

    private record Asked(int times, long next) {}
}
