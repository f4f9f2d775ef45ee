package dev.chatcall.server.presence;

import dev.chatcall.server.bus.BusEvent;
import dev.chatcall.server.contact.ContactService;
import dev.chatcall.server.presence.PresenceStore.Look;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * Who is shown whose presence: one's contacts, and while they are on screen those with whom one shares an active
 * conversation; never where one of the two blocks the other. When somebody was last seen is told only where they show it.
 * Whoever is not to be seen looks like somebody who is offline and hides the time.
 *
 * <p>The gateway says which connections there are and what they have on screen, the bus says what changed, and the
 * {@link PresenceSink} is told what each connection should know. Nothing here blocks but {@link #presencesFor}.
 */
public final class PresenceService {
    private static final int BATCH_MAX = 64;

    private final Presence presence;
    private final PresenceViews views;
    private final Watchers watchers = new Watchers();
    private final Coalescer<PresenceTask> tasks;

    /** @param executor runs what waits for the database and Redis, on virtual threads */
    public PresenceService(
            Presence presence, PresenceStore store, ContactService contacts, PresenceSink sink, Executor executor) {
        this.presence = presence;
        this.views = new PresenceViews(presence, store);
        PresenceTeller teller = new PresenceTeller(views, contacts, watchers, sink);
        this.tasks = new Coalescer<>(executor, BATCH_MAX, teller::tell);
    }

    /** A connection is open and has been told everything else: it is told of its contacts now. */
    public void came(UUID connectionId, UUID viewerId) {
        watchers.add(connectionId, viewerId);
        presence.came(viewerId, connectionId);
        tasks.add(new PresenceTask.Opened(connectionId, viewerId));
    }

    /** A connection is closed. Saying it twice does no harm. */
    public void went(UUID connectionId, UUID viewerId) {
        watchers.remove(connectionId);
        presence.went(viewerId, connectionId);
    }

    /**
     * Replaces whom the connection has on screen, besides contacts; it is told of those who are new there. May be said
     * before {@link #came} but not after {@link #went}: call it from the thread that reads the connection.
     */
    public void watch(UUID connectionId, UUID viewerId, Set<UUID> onScreen) {
        Set<UUID> added = watchers.watch(connectionId, viewerId, onScreen);
        if (!added.isEmpty()) {
            tasks.add(new PresenceTask.Watched(connectionId, viewerId, added));
        }
    }

    /** Subscribe this to the bus. */
    public void on(BusEvent event) {
        switch (event) {
            case BusEvent.PresenceTouched(UUID accountId) -> tasks.add(new PresenceTask.Touched(accountId));
            case BusEvent.RelationChanged(UUID one, UUID other) -> tasks.add(new PresenceTask.Related(one, other));
            case BusEvent.ToConversation _,
                    BusEvent.ToAccount _,
                    BusEvent.ToEndpoints _,
                    BusEvent.MemberJoined _,
                    BusEvent.MemberLeft _,
                    BusEvent.AccountTouched _,
                    BusEvent.PersonTouched _,
                    BusEvent.SessionEnded _ -> {}
        }
    }

    /** What the viewer may know of each of these people, in few queries however many there are. Blocks. */
    public List<dev.chatcall.protocol.presence.Presence> presencesFor(UUID viewerId, Collection<UUID> accountIds) {
        List<Look> looks =
                accountIds.stream().distinct().map(id -> new Look(viewerId, id)).toList();
        Map<Look, dev.chatcall.protocol.presence.Presence> seen = views.of(List.of(), looks);
        return looks.stream()
                .map(look -> seen.getOrDefault(look, PresenceViews.hidden(look.accountId())))
                .toList();
    }
}
