package dev.chatcall.server.conversation;

import dev.chatcall.protocol.conversation.ConversationPreferences;
import dev.chatcall.protocol.conversation.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Conversations and who takes part in them, in the database. */
interface ConversationStore {

    /** Whether the person takes part now. */
    boolean isMember(UUID conversationId, UUID accountId);

    /** The person's role, or empty where they take no part. */
    Optional<Role> roleIn(UUID conversationId, UUID accountId);

    /** The conversations the person takes part in now. */
    List<UUID> conversationsOf(UUID accountId);

    /** Those of the people who take part in as many conversations as one may. */
    Set<UUID> withoutRoom(Set<UUID> accountIds);

    Optional<UUID> findDirect(UUID one, UUID other);

    /** @return the conversation's id: {@code id}, or that of the one made at the same moment by somebody else */
    UUID createDirect(UUID id, UUID creator, UUID other, Instant now);

    /** @return false when the creator has made this very group before */
    boolean createGroup(NewGroup group, Instant now);

    /**
     * Changes a group in one transaction, if {@link GroupRules} permits.
     *
     * @return empty where there was nothing to do
     */
    Optional<Edited> edit(UUID conversationId, UUID actorId, GroupChange change, Instant now);

    void setPreferences(UUID accountId, ConversationPreferences preferences);

    /** Preferences that differ from the default. */
    List<ConversationPreferences> preferencesOf(UUID accountId);

    /** @param messageId the id of the system message that tells of the creation */
    record NewGroup(UUID id, UUID messageId, String name, UUID creator, Set<UUID> members) {}
}
