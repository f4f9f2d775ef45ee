package dev.chatcall.server.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.contact.ContactState;
import dev.chatcall.server.contact.Relation.Standing;
import dev.chatcall.server.error.ServiceException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever two people do, in whatever order. The relation is kept from Anna's side. */
class RelationPropertyTest {

    private static final Set<Operation> NOTHING_FOR_A_BLOCKER = Set.of(Operation.ACCEPT, Operation.BLOCK);

    enum Operation {
        ASK,
        ACCEPT,
        DECLINE,
        CANCEL,
        REMOVE,
        BLOCK,
        UNBLOCK
    }

    record Step(boolean byAnna, Operation operation) {}

    @Property(tries = 3_000)
    void theTwoAreAlwaysShownWhatFitsTogether(@ForAll("steps") List<Step> steps) {
        Relation relation = Relation.STRANGERS;
        int time = 0;
        for (Step step : steps) {
            relation = after(relation, step, time++);
            requireInvariants(relation);
            Optional<ContactState> anna = relation.standing().map(Standing::state);
            Optional<ContactState> ben = relation.turned().standing().map(Standing::state);

            assertThat(anna.equals(Optional.of(ContactState.CONTACT)))
                    .isEqualTo(ben.equals(Optional.of(ContactState.CONTACT)));
            if (ben.equals(Optional.of(ContactState.INCOMING))) {
                assertThat(anna).contains(ContactState.OUTGOING);
            }
            if (anna.equals(Optional.of(ContactState.OUTGOING))) {
                assertThat(ben).isIn(Optional.of(ContactState.INCOMING), Optional.of(ContactState.BLOCKED));
            }
        }
    }

    /**
     * The same story twice: in one Anna blocks Ben, in the other she only removes him and then leaves his requests
     * unanswered. Ben is shown the same, and is answered the same, at every step.
     */
    @Property(tries = 3_000)
    void whoIsBlockedIsShownWhatARemovalShows(@ForAll("steps") List<Step> steps) {
        Relation blocking = Relation.STRANGERS;
        Relation removing = Relation.STRANGERS;
        int time = 0;
        for (Step step : steps) {
            if (step.byAnna && blocking.mine().blockedAt() != null && NOTHING_FOR_A_BLOCKER.contains(step.operation)) {
                continue; // She is shown no request to accept, and blocking twice is nothing.
            }
            assertThat(refuses(blocking, step)).isEqualTo(refuses(removing, step));
            blocking = after(blocking, step, time);
            removing = after(removing, withoutBlock(step), time++);

            assertThat(blocking.turned().standing()).isEqualTo(removing.turned().standing());
        }
    }

    @Property
    void everythingTwiceIsAsGoodAsOnce(@ForAll("steps") List<Step> steps, @ForAll("step") Step last) {
        Relation once = Relation.STRANGERS;
        int time = 0;
        for (Step step : steps) {
            once = after(once, step, time++);
        }
        once = after(once, last, time++);

        assertThat(after(once, last, time)).isEqualTo(once);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return step().list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<Step> step() {
        return Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(Operation.class))
                .as(Step::new);
    }

    private static Step withoutBlock(Step step) {
        if (!step.byAnna) {
            return step;
        }
        return switch (step.operation) {
            case BLOCK -> new Step(true, Operation.REMOVE);
            case UNBLOCK, ASK, ACCEPT, DECLINE, CANCEL, REMOVE -> step;
        };
    }

    private static boolean refuses(Relation relation, Step step) {
        try {
            apply(step.byAnna ? relation : relation.turned(), step.operation, Instant.EPOCH);
            return false;
        } catch (ServiceException refusal) {
            return true;
        }
    }

    private static Relation after(Relation relation, Step step, int time) {
        if (refuses(relation, step)) {
            return relation;
        }
        Instant now = Instant.ofEpochSecond(time);
        return step.byAnna
                ? apply(relation, step.operation, now)
                : apply(relation.turned(), step.operation, now).turned();
    }

    private static Relation apply(Relation relation, Operation operation, Instant now) {
        return switch (operation) {
            case ASK -> relation.ask(now);
            case ACCEPT -> relation.accept(now);
            case DECLINE -> relation.decline();
            case CANCEL -> relation.cancel();
            case REMOVE -> relation.remove();
            case BLOCK -> relation.block(now);
            case UNBLOCK -> relation.unblock();
        };
    }

    private static void requireInvariants(Relation relation) {
        boolean annaAsks = relation.mine().askedAt() != null;
        boolean benAsks = relation.theirs().askedAt() != null;
        boolean annaBlocks = relation.mine().blockedAt() != null;
        boolean benBlocks = relation.theirs().blockedAt() != null;
        assertThat(relation.isContact() && (annaAsks || benAsks || annaBlocks || benBlocks))
                .isFalse();
        assertThat(annaAsks && annaBlocks || benAsks && benBlocks).isFalse();
        assertThat(annaAsks && benAsks).isFalse();
    }
}
