package dev.chatcall.desktop.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.client.OutboxSummary;
import dev.chatcall.protocol.error.ErrorCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever happens to the line, the server or the program. */
class OutboxPropertyTest {
    private static final List<UUID> TALKS = List.of(new UUID(1, 1), new UUID(1, 2));

    sealed interface Step {
        record Write(int talk) implements Step {}

        record Cut() implements Step {}

        record Restart() implements Step {}

        record Network(boolean up) implements Step {}

        record Refuse(ErrorCode code) implements Step {}

        record Pass(int milliseconds) implements Step {}
    }

    @Property(tries = 500)
    void noMessageIsLostOrDoubledAndEachComesInTheOrderOfWriting(@ForAll("steps") List<Step> steps) {
        OutboxWorld world = new OutboxWorld();
        Map<UUID, List<String>> written = run(world, steps, 0);
        endWell(world);
        for (UUID talk : TALKS) {
            assertThat(world.storedIn(talk)).isEqualTo(written.get(talk));
        }
        assertThat(world.disk.records().join()).isEmpty();
        assertThat(world.outbox.state().get().summary()).isEqualTo(new OutboxSummary(0, 0, true));
    }

    @Property(tries = 200)
    void oneMessageOfAConversationIsOnItsWayAtATime(@ForAll("steps") List<Step> steps) {
        OutboxWorld world = new OutboxWorld();
        world.outbox.state().onChange(OutboxPropertyTest::oneOnItsWay);
        for (int i = 0; i < steps.size(); i++) {
            run(world, steps.subList(i, i + 1), i);
            oneOnItsWay(world.outbox.state().get());
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> step = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(0, 1).map(Step.Write::new)),
                Tuple.of(2, Arbitraries.create(Step.Cut::new)),
                Tuple.of(2, Arbitraries.create(Step.Restart::new)),
                Tuple.of(2, Arbitraries.of(true, false).map(Step.Network::new)),
                Tuple.of(
                        2,
                        Arbitraries.of(ErrorCode.RATE_LIMITED, ErrorCode.SERVER_BUSY, ErrorCode.SERVER_INTERNAL)
                                .map(Step.Refuse::new)),
                // Short enough to fall between a message's way there and the answer's way back.
                Tuple.of(8, Arbitraries.of(5, 15, 20, 40, 60, 400, 5_000).map(Step.Pass::new)));
        return step.list().ofMaxSize(40).filter(OutboxPropertyTest::leavesNothingToThePerson);
    }

    /** A server that fails six times over a message leaves it to the person: that is another test's. */
    private static boolean leavesNothingToThePerson(List<Step> steps) {
        return steps.stream()
                        .filter(step ->
                                step instanceof Step.Refuse(ErrorCode code) && code == ErrorCode.SERVER_INTERNAL)
                        .count()
                < 6;
    }

    private static Map<UUID, List<String>> run(OutboxWorld world, List<Step> steps, int firstNumber) {
        Map<UUID, List<String>> written = new HashMap<>();
        TALKS.forEach(talk -> written.put(talk, new ArrayList<>()));
        int number = firstNumber;
        for (Step step : steps) {
            switch (step) {
                case Step.Write(int talk) -> {
                    String text = "message " + number++;
                    world.write(TALKS.get(talk), text);
                    written.get(TALKS.get(talk)).add(text);
                }
                case Step.Cut() -> world.cut();
                case Step.Restart() -> world.restart();
                case Step.Network(boolean up) -> {
                    world.reachable = up;
                    if (!up) {
                        world.cut();
                    }
                }
                case Step.Refuse(ErrorCode code) -> world.refusals.add(code);
                case Step.Pass(int milliseconds) -> world.pass(milliseconds);
            }
        }
        return written;
    }

    private static void endWell(OutboxWorld world) {
        world.reachable = true;
        world.refusals.clear();
        world.pass(300_000);
    }

    private static void oneOnItsWay(OutboxState state) {
        state.entries()
                .forEach((talk, all) -> assertThat(all)
                        .filteredOn(entry -> entry.step() instanceof OutboxStep.Sending)
                        .hasSizeLessThanOrEqualTo(1));
    }
}
