package dev.chatcall.server.call;

import dev.chatcall.protocol.conversation.Role;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a decision may ask of the database, in the transaction that holds the call. Each call is a query. */
interface CallFacts {

    /** Whether the person is in another running call than this. */
    boolean joinedElsewhere(UUID accountId);

    /** Those of the people who are in another running call than this. */
    Set<UUID> busy(Collection<UUID> accountIds);

    /** The person's role in the call's conversation, empty where they take no part. */
    Optional<Role> role(UUID accountId);
}
