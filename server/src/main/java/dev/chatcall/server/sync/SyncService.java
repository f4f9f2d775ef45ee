package dev.chatcall.server.sync;

import dev.chatcall.protocol.ClientMessage.Cursor;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.conversation.ConversationState;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Works out what somebody missed. Reads only; blocks on the database. */
public final class SyncService {
    /** Conversations read together; a person in thousands of them is served piece by piece. */
    private static final int CHUNK = 50;

    private final SyncStore store;

    public SyncService(SyncStore store) {
        this.store = store;
    }

    /**
     * What to do about each conversation.
     *
     * @param chunks conversations to send, with the change since which (0: whole), in pieces to be read one by one
     * @param gone conversations the client knows and the person is no longer in
     */
    public record Plan(List<Map<UUID, Long>> chunks, List<UUID> gone) {}

    /** Compares what the client knows with what there is. */
    public Plan plan(UUID accountId, List<Cursor> known) {
        Map<UUID, Long> current = store.changes(accountId);
        Map<UUID, Long> cursors = new HashMap<>();
        known.forEach(cursor -> cursors.put(cursor.conversationId(), cursor.change()));
        List<Map<UUID, Long>> chunks = new ArrayList<>();
        Map<UUID, Long> chunk = new HashMap<>();
        for (Map.Entry<UUID, Long> conversation : current.entrySet()) {
            long cursor = cursors.getOrDefault(conversation.getKey(), 0L);
            if (cursor == conversation.getValue()) {
                continue;
            }
            chunk.put(conversation.getKey(), since(cursor, conversation.getValue()));
            if (chunk.size() == CHUNK) {
                chunks.add(chunk);
                chunk = new HashMap<>();
            }
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        List<UUID> gone =
                cursors.keySet().stream().filter(id -> !current.containsKey(id)).toList();
        return new Plan(chunks, gone);
    }

    /** A cursor from the future is of another database (a restored backup, say): start afresh. */
    private static long since(long cursor, long current) {
        boolean afresh = cursor > current || current - cursor > Limits.SYNC_CHANGES_MAX;
        return afresh ? 0 : cursor;
    }

    /** The states of one chunk of a plan. */
    public List<ConversationState> states(UUID accountId, Map<UUID, Long> chunk, boolean withPeople) {
        return store.states(accountId, chunk, withPeople);
    }

    /**
     * One conversation since a change, or whole where too much happened since.
     *
     * @throws ServiceException {@link ErrorCode#CONVERSATION_NOT_FOUND}
     */
    public ConversationState since(UUID accountId, UUID conversationId, long change) {
        Long current = store.changes(accountId).get(conversationId);
        if (current == null) {
            throw notFound();
        }
        return one(accountId, conversationId, since(change, current));
    }

    /** @throws ServiceException {@link ErrorCode#CONVERSATION_NOT_FOUND} */
    public ConversationState whole(UUID accountId, UUID conversationId) {
        return one(accountId, conversationId, 0);
    }

    private ConversationState one(UUID accountId, UUID conversationId, long since) {
        return store.states(accountId, Map.of(conversationId, since), true).stream()
                .findFirst()
                .orElseThrow(SyncService::notFound);
    }

    /** The newest profile change, and the profiles that changed after {@code since}. */
    public record People(List<Person> people, long change) {}

    /** The counter is read first: what changes in between comes twice rather than never. */
    public People peopleSince(UUID accountId, long since) {
        long change = store.peopleChange();
        return new People(
                change == since ? List.of() : store.peopleChangedSince(accountId, change < since ? 0 : since), change);
    }

    /** A profile and the number under which it last changed. */
    public record Profile(Person person, long change) {}

    /** @throws ServiceException {@link ErrorCode#NOT_FOUND} */
    public Profile profile(UUID accountId) {
        return store.profile(accountId)
                .orElseThrow(() -> new ServiceException(ErrorCode.NOT_FOUND, "There is no such person"));
    }

    /** Those of {@code candidates} who share a conversation or a contact list with the person. */
    public List<UUID> related(UUID accountId, Collection<UUID> candidates) {
        return store.related(accountId, candidates);
    }

    private static ServiceException notFound() {
        return new ServiceException(ErrorCode.CONVERSATION_NOT_FOUND, "The asker takes part in no such conversation");
    }
}
