package dev.chatcall.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.call.ParticipantState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Four people with two devices each, in a conversation of two and a group of all, do whatever in whatever order. */
class CallRulesPropertyTest {

    enum Deed {
        START,
        JOIN,
        SIT_DOWN_ON_ANOTHERS,
        DECLINE,
        LEAVE,
        END,
        END_AS_ADMINISTRATOR,
        ADD,
        SET_MEDIA,
        USE_MEDIA_SERVICE,
        SEND,
        SEND_NO_MORE,
        BEGIN_ANEW,
        LOSE_ROOM,
        DISCONNECT,
        RECONNECT,
        REMOVE,
        WAIT_A_MOMENT,
        WAIT_LONG
    }

    /** @param inGroup about the call of the group, otherwise about that of the two */
    record Step(Deed deed, int person, int device, int other, boolean inGroup) {}

    @Property(tries = 3_000)
    void whateverPeopleDoCallsStaySound(@ForAll("steps") List<Step> steps) {
        CallWorld world = new CallWorld();
        for (Step step : steps) {
            List<CallState> before = world.calls();
            world.take(step);
            requireHistory(before, world.calls());
            requireSound(world);
        }
        world.everybodyIsGone();
        assertThat(world.calls()).allMatch(CallState::ended);
        requireSound(world);
    }

    /** Nothing that is over changes, and what changes has a higher version. */
    private static void requireHistory(List<CallState> before, List<CallState> after) {
        for (CallState old : before) {
            CallState now = after.stream()
                    .filter(call -> call.id().equals(old.id()))
                    .findFirst()
                    .orElseThrow();
            if (old.ended()) {
                assertThat(now).isEqualTo(old);
            } else if (!now.equals(old)) {
                assertThat(now.version()).isGreaterThan(old.version());
            }
        }
    }

    private static void requireSound(CallWorld world) {
        Set<UUID> running = new HashSet<>();
        Set<UUID> inCalls = new HashSet<>();
        for (CallState call : world.calls()) {
            if (!call.ended()) {
                assertThat(running.add(call.conversationId()))
                        .as("one call a conversation")
                        .isTrue();
                assertThat(call.joined().count()).as("somebody is in it").isPositive();
            }
            for (Party party : call.parties()) {
                requireSound(world.now(), call, party);
                if (party.isIn()) {
                    assertThat(inCalls.add(party.accountId()))
                            .as("one call a person")
                            .isTrue();
                }
            }
            assertThat(call.parties().stream().map(Party::accountId)).doesNotHaveDuplicates();
            assertThat(call.joined()
                            .map(party -> Objects.requireNonNull(party.seat()).endpointId()))
                    .doesNotHaveDuplicates();
            assertThat(call.parties().getFirst().accountId()).isIn(world.people());
        }
    }

    private static void requireSound(Instant now, CallState call, Party party) {
        assertThat(party.seat() != null).isEqualTo(party.state() == ParticipantState.JOINED);
        assertThat(party.ringsUntil() != null).isEqualTo(party.state() == ParticipantState.RINGING);
        assertThat(party.isIn() && !party.wasIn()).isFalse();
        if (call.ended()) {
            assertThat(party.rings() || party.isIn())
                    .as("nobody rings or is in what is over")
                    .isFalse();
        }
        if (party.ringsUntil() != null) {
            assertThat(party.ringsUntil()).isAfter(now).isBeforeOrEqualTo(now.plus(CallState.RING));
        }
        if (party.seat() != null && party.seat().awaySince() != null) {
            assertThat(party.seat().awaySince().plus(CallState.AWAY)).isAfter(now);
        }
        if (!party.isIn()) {
            assertThat(party.tracks()).isEmpty();
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Deed> deeds = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(Deed.START, Deed.JOIN)), Tuple.of(5, Arbitraries.of(Deed.class)));
        return Combinators.combine(
                        deeds,
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    static Duration wait(Deed deed) {
        return deed == Deed.WAIT_LONG ? Duration.ofSeconds(20) : Duration.ofMillis(700);
    }
}
