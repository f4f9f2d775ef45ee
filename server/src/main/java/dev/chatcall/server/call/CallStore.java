package dev.chatcall.server.call;

import dev.chatcall.protocol.call.CallPage;
import dev.chatcall.protocol.call.QualityCause;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls in the database. */
interface CallStore {

    /** Decides what a call becomes; whatever it throws leaves everything as it was. */
    @FunctionalInterface
    interface Decision {
        CallState next(CallState before, CallFacts facts);
    }

    /** A call before and after a change; the very same twice where nothing changed. */
    record Changed(CallState before, CallState after) {
        boolean nothing() {
            return before == after;
        }
    }

    /** How it went with a call that was to begin. */
    sealed interface Begun {
        record Fresh(CallState call) implements Begun {}

        /** The conversation has that call, or had it under the same id. */
        record Already(UUID callId) implements Begun {}
    }

    /** Decides how a call begins. */
    @FunctionalInterface
    interface Beginning {
        CallState first(CallFacts facts);
    }

    /**
     * Begins a call unless its conversation has one: of two at once, one does.
     *
     * @throws dev.chatcall.server.error.ServiceException {@code call.in_another} when somebody came in elsewhere at the
     *     same moment, and whatever the beginning throws
     */
    Begun begin(UUID callId, UUID conversationId, Beginning beginning);

    /**
     * Changes a call under its lock, so that everything about one call happens one after the other.
     *
     * @throws dev.chatcall.server.error.ServiceException {@code call.not_found}, {@code call.in_another} when the person
     *     came in elsewhere at the same moment, and whatever the decision throws
     */
    Changed change(UUID callId, Decision decision);

    /** As {@link #change}; empty when there is no such call or somebody else holds it just now. */
    Optional<Changed> changeIfFree(UUID callId, Decision decision);

    /** Ends one call and begins the one in its place, both or neither. */
    interface Move {
        /** @return the call in its place */
        CallState next(CallState from, CallFacts facts);
    }

    /** What a move came to. */
    record Moved(Changed from, CallState to) {}

    /** @throws dev.chatcall.server.error.ServiceException as {@link #change} */
    Moved move(UUID callId, Move move, Instant now);

    Optional<CallState> find(UUID callId);

    /** Every call that goes on in a conversation of which the person is a member. */
    List<CallState> runningFor(UUID accountId);

    /** The call of the conversation that goes on. */
    Optional<UUID> runningIn(UUID conversationId);

    /** The call that goes on in the conversation of the two, if they have one. */
    Optional<UUID> runningBetween(UUID one, UUID other);

    /** Running calls in which the person rings. */
    List<UUID> ringingFor(UUID accountId);

    /** Running calls that go on through the media service. */
    List<UUID> runningByMediaService();

    /** The running call which is held by that connection. */
    Optional<UUID> heldBy(UUID connectionId);

    /** Calls whose time has come. At most {@code limit}. */
    List<UUID> due(Instant now, int limit);

    /** Notes that a server has these connections. */
    void seen(Collection<UUID> connectionIds, Instant now);

    /** Connections that hold a place in a call and that no server has had since; by call. */
    List<Stale> unseenSince(Instant then);

    /** A connection that may be gone. */
    record Stale(UUID callId, UUID connectionId) {}

    /** Calls over before {@code before} without their message. At most {@code limit}. */
    List<CallState> withoutEntry(Instant before, int limit);

    void entryStored(UUID callId);

    /** Keeps why it was bad for one person, who was in it; the last word counts. */
    void keepQuality(UUID callId, UUID accountId, QualityCause quality);

    /** @param before the id of the call which the page ends before, or null for the newest */
    CallPage history(UUID accountId, @Nullable UUID before, int limit);

    /** What an asker may know of a conversation. Empty unless they are a member. */
    Optional<Membership> membership(UUID conversationId, UUID accountId);

    boolean isMember(UUID conversationId, UUID accountId);
}
