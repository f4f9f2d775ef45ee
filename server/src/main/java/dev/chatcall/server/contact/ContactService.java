package dev.chatcall.server.contact;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.contact.Contact;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.bus.Bus;
import dev.chatcall.server.bus.BusEvent;
import dev.chatcall.server.error.ServiceException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Who is whose contact, who asked whom, who blocks whom. Everything can be repeated without harm. All methods wait for
 * the database.
 *
 * <p>The operations refuse with {@link ErrorCode#CONTACT_SELF} when both ids are the same and with
 * {@link ErrorCode#NOT_FOUND} when there is no such person.
 */
public final class ContactService {
    private final ContactStore store;
    private final Bus bus;
    private final Clock clock;

    public ContactService(ContactStore store, Bus bus, Clock clock) {
        this.store = store;
        this.bus = bus;
        this.clock = clock;
    }

    /**
     * Asks somebody to become a contact, or accepts what they asked before; ends one's own block of them. Somebody who
     * blocks the asker is not disturbed, and the asker sees a request like any other.
     *
     * @throws ServiceException {@link ErrorCode#CONTACT_LIMIT} with too many requests open, or when one of the two has
     *     as many contacts as one may
     */
    public Contact request(UUID me, UUID other) {
        Instant now = now();
        return shown(change(me, other, relation -> relation.ask(now)));
    }

    /**
     * Accepts a request.
     *
     * @throws ServiceException {@link ErrorCode#CONTACT_NO_REQUEST}, or {@link ErrorCode#CONTACT_LIMIT} when one of the
     *     two has as many contacts as one may
     */
    public Contact accept(UUID me, UUID other) {
        Instant now = now();
        return shown(change(me, other, relation -> relation.accept(now)));
    }

    /** The other's request is gone; they may ask again. */
    public void decline(UUID me, UUID other) {
        change(me, other, Relation::decline);
    }

    /** Takes one's own request back. */
    public void cancel(UUID me, UUID other) {
        change(me, other, Relation::cancel);
    }

    /** Ends the contact, for both, and any request. */
    public void remove(UUID me, UUID other) {
        change(me, other, Relation::remove);
    }

    /**
     * As {@link #remove}, and from now on the other can't message, add, ring or see one; they are not told.
     *
     * @throws ServiceException {@link ErrorCode#CONTACT_LIMIT} with too many people blocked
     */
    public void block(UUID me, UUID other) {
        Instant now = now();
        change(me, other, relation -> relation.block(now));
    }

    /** Ends one's own block. What was before does not come back; a request made meanwhile shows. */
    public void unblock(UUID me, UUID other) {
        change(me, other, Relation::unblock);
    }

    /** Everybody whom the account has as contact, asked, was asked by or blocks. */
    public List<Contact> contactsOf(UUID accountId) {
        return store.contactsOf(accountId);
    }

    /** False too when one blocks the other: blocking ends the contact. */
    public boolean areContacts(UUID one, UUID other) {
        return !store.contactsAmong(one, List.of(other)).isEmpty();
    }

    public Set<UUID> contactIdsOf(UUID accountId) {
        return contactIdsOf(List.of(accountId)).getOrDefault(accountId, Set.of());
    }

    /** The contacts of each of these accounts, in one query; who has none is missing from the map. */
    public Map<UUID, Set<UUID>> contactIdsOf(Collection<UUID> accountIds) {
        return accountIds.isEmpty() ? Map.of() : store.contactIdsOf(accountIds);
    }

    /** Those of {@code others} who are contacts of the account, in one query. */
    public Set<UUID> contactsAmong(UUID accountId, Collection<UUID> others) {
        return others.isEmpty() ? Set.of() : store.contactsAmong(accountId, others);
    }

    public boolean blockedEitherWay(UUID one, UUID other) {
        return store.blockedEitherWay(one, other);
    }

    private ContactStore.Change change(UUID me, UUID other, UnaryOperator<Relation> operation) {
        if (me.equals(other)) {
            throw new ServiceException(ErrorCode.CONTACT_SELF, "One has no relation to oneself.");
        }
        ContactStore.Change change = store.change(me, other, (before, counts) -> {
                    Relation after = operation.apply(before);
                    requireRoom(me, other, before, after, counts);
                    return after;
                })
                .orElseThrow(() -> new ServiceException(ErrorCode.NOT_FOUND, "There is no such person."));
        publish(me, other, change.before(), change.after());
        return change;
    }

    private static void requireRoom(UUID me, UUID other, Relation before, Relation after, ContactStore.Counts counts) {
        if (after.isContact() && !before.isContact()) {
            require(counts.contactsOf(me) < Limits.CONTACTS_MAX, "You have as many contacts as one may.");
            require(counts.contactsOf(other) < Limits.CONTACTS_MAX, "They have as many contacts as one may.");
        }
        if (after.mine().askedAt() != null && before.mine().askedAt() == null) {
            require(counts.requestsBy(me) < Limits.OUTGOING_REQUESTS_MAX, "Too many of your requests are open.");
        }
        if (after.mine().blockedAt() != null && before.mine().blockedAt() == null) {
            require(counts.blocksBy(me) < Limits.CONTACTS_MAX, "You block as many people as one may.");
        }
    }

    private static void require(boolean room, String otherwise) {
        if (!room) {
            throw new ServiceException(ErrorCode.CONTACT_LIMIT, otherwise);
        }
    }

    private void publish(UUID me, UUID other, Relation before, Relation after) {
        if (!before.standing().equals(after.standing())) {
            bus.publish(new BusEvent.AccountTouched(me));
        }
        if (!before.turned().standing().equals(after.turned().standing())) {
            bus.publish(new BusEvent.AccountTouched(other));
        }
        if (after.reachesOtherwiseThan(before)) {
            bus.publish(new BusEvent.RelationChanged(me, other));
        }
    }

    /** In whole milliseconds, as it is stored and told. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Contact shown(ContactStore.Change change) {
        Relation.Standing standing = change.after().standing().orElseThrow();
        return new Contact(change.person(), standing.state(), standing.since().toEpochMilli());
    }
}
