package dev.chatcall.server.contact;

import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.contact.Contact;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps what is between people. */
interface ContactStore {

    /** Decides what a relation becomes; whatever it throws leaves everything as it was. */
    @FunctionalInterface
    interface Decision {
        /** @param counts how much the two have already, as of now */
        Relation next(Relation before, Counts counts);
    }

    /** What the limits are held against. Each call is a query. */
    interface Counts {
        int contactsOf(UUID accountId);

        int requestsBy(UUID accountId);

        int blocksBy(UUID accountId);
    }

    /**
     * What became of a relation, from the side of whoever acted.
     *
     * @param person the other one
     */
    record Change(Relation before, Relation after, Person person) {}

    /**
     * Changes the relation between two people in one transaction that no other change of either's relations overtakes, and
     * increments the {@code change} of each account that is shown something else now.
     *
     * @param me from whose side the decision sees the relation
     * @param other another account than {@code me}
     * @return empty when there is no such other account
     */
    Optional<Change> change(UUID me, UUID other, Decision decision);

    /** Everybody whom the account is shown in some {@link dev.chatcall.protocol.contact.ContactState}, newest first. */
    List<Contact> contactsOf(UUID accountId);

    /** The contacts of each of these accounts; who has none is missing from the map. */
    Map<UUID, Set<UUID>> contactIdsOf(Collection<UUID> accountIds);

    /** Those of {@code others} who are contacts of the account. */
    Set<UUID> contactsAmong(UUID accountId, Collection<UUID> others);

    boolean blockedEitherWay(UUID one, UUID other);
}
