package dev.chatcall.server.sync;

import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.conversation.ConversationState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what a client needs to be right again, from one snapshot of the database a call. */
interface SyncStore {

    /** Each conversation's newest change, of those the person takes part in. */
    Map<UUID, Long> changes(UUID accountId);

    /**
     * Conversations as this person sees them. What they take no part in is left out.
     *
     * @param since the change each is known up to; 0 for the whole state
     * @param withPeople whether whole states bring the profiles of everybody in them
     */
    List<ConversationState> states(UUID accountId, Map<UUID, Long> since, boolean withPeople);

    /** The number of the newest profile change. */
    long peopleChange();

    /** Of the people this one shares a conversation or contact list with, those whose profile changed after. */
    List<Person> peopleChangedSince(UUID accountId, long change);

    Optional<SyncService.Profile> profile(UUID accountId);

    /** Those of {@code candidates} who share a conversation or a contact list with the person. */
    List<UUID> related(UUID accountId, Collection<UUID> candidates);
}
