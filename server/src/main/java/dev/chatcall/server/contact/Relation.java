package dev.chatcall.server.contact;

import dev.chatcall.protocol.contact.ContactState;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything between two people, seen from one of them. What each may do to it is a function from one relation to the
 * next, and what each is shown of it is {@link #standing()}; that a block shows on the other side exactly as a removal
 * does is decided here and nowhere else.
 *
 * <p>Three things always hold: contacts neither ask nor block; who blocks does not ask; not both ask.
 *
 * @param contactSince when they became contacts, or null
 */
record Relation(@Nullable Instant contactSince, Side mine, Side theirs) {
    static final Relation STRANGERS = new Relation(null, Side.NONE, Side.NONE);

    /**
     * What one of the two did.
     *
     * @param askedAt when they asked the other to become a contact, while that is open, or null
     * @param blockedAt when they blocked the other, while that lasts, or null
     */
    record Side(@Nullable Instant askedAt, @Nullable Instant blockedAt) {
        static final Side NONE = new Side(null, null);
    }

    /** How the relation is shown to one side. */
    record Standing(ContactState state, Instant since) {}

    /** What I am shown: nothing of the other's block, and nothing of a request by somebody I block. */
    Optional<Standing> standing() {
        if (mine.blockedAt != null) {
            return Optional.of(new Standing(ContactState.BLOCKED, mine.blockedAt));
        }
        if (contactSince != null) {
            return Optional.of(new Standing(ContactState.CONTACT, contactSince));
        }
        if (theirs.askedAt != null) {
            return Optional.of(new Standing(ContactState.INCOMING, theirs.askedAt));
        }
        if (mine.askedAt != null) {
            return Optional.of(new Standing(ContactState.OUTGOING, mine.askedAt));
        }
        return Optional.empty();
    }

    /** The same from the other side. */
    Relation turned() {
        return new Relation(contactSince, theirs, mine);
    }

    /** I ask. Ends my own block; if they asked already, we are contacts now. A second time changes nothing. */
    Relation ask(Instant now) {
        if (contactSince != null) {
            return this;
        }
        if (theirs.askedAt != null) {
            return contacts(now);
        }
        Instant askedAt = mine.askedAt == null ? now : mine.askedAt;
        return new Relation(null, new Side(askedAt, null), theirs);
    }

    /**
     * I accept what they asked. A second time changes nothing.
     *
     * @throws ServiceException {@link ErrorCode#CONTACT_NO_REQUEST} when I am shown no request of theirs
     */
    Relation accept(Instant now) {
        if (contactSince != null) {
            return this;
        }
        if (theirs.askedAt == null || mine.blockedAt != null) {
            throw new ServiceException(ErrorCode.CONTACT_NO_REQUEST, "There is no request of theirs to accept.");
        }
        return contacts(now);
    }

    /** What they asked is gone, unanswered for good. */
    Relation decline() {
        return new Relation(contactSince, mine, new Side(null, theirs.blockedAt));
    }

    /** What I asked is gone. */
    Relation cancel() {
        return new Relation(contactSince, new Side(null, mine.blockedAt), theirs);
    }

    /** Contact and request are gone; blocks stay. */
    Relation remove() {
        return new Relation(null, new Side(null, mine.blockedAt), new Side(null, theirs.blockedAt));
    }

    /** As {@link #remove()}, and from now on I block them. A second time changes nothing of the block. */
    Relation block(Instant now) {
        if (mine.blockedAt != null) {
            return this;
        }
        return new Relation(null, new Side(null, now), new Side(null, theirs.blockedAt));
    }

    /** I no longer block them. A request that they made meanwhile shows now. */
    Relation unblock() {
        return new Relation(contactSince, new Side(mine.askedAt, null), theirs);
    }

    boolean isContact() {
        return contactSince != null;
    }

    /** True when the two may see or reach less or more of each other than in {@code other}. */
    boolean reachesOtherwiseThan(Relation other) {
        return isContact() != other.isContact()
                || (mine.blockedAt == null) != (other.mine.blockedAt == null)
                || (theirs.blockedAt == null) != (other.theirs.blockedAt == null);
    }

    private static Relation contacts(Instant now) {
        return new Relation(now, Side.NONE, Side.NONE);
    }
}
