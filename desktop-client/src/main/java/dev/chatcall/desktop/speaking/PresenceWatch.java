package dev.chatcall.desktop.speaking;

import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.Limits;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Tells the server whose presence is on screen. */
public final class PresenceWatch {
    private final Predicate<ClientMessage> send;
    private List<UUID> watched = List.of();

    public PresenceWatch(Predicate<ClientMessage> send) {
        this.send = send;
    }

    public void watch(List<UUID> accountIds) {
        List<UUID> wanted = accountIds.stream()
                .distinct()
                .sorted()
                .limit(Limits.WATCHED_PEOPLE_MAX)
                .toList();
        if (!wanted.equals(watched)) {
            watched = wanted;
            say();
        }
    }

    /** A new line knows of nobody. */
    public void synced() {
        if (!watched.isEmpty()) {
            say();
        }
    }

    public void clear() {
        watched = List.of();
    }

    private void say() {
        var _ = send.test(new ClientMessage.WatchPresence(watched));
    }
}
