package dev.chatcall.desktop.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessageBody;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What was held and what was told since make what a fresh load gives. */
class SyncPropertyTest {
    private static final UUID ME = new UUID(0, 1);
    private static final UUID ANN = new UUID(0, 2);
    private static final UUID BOB = new UUID(0, 3);
    private static final List<UUID> GROUPS = List.of(new UUID(1, 1), new UUID(1, 2));

    /** What may happen on the server, on the way, and here. */
    sealed interface Step {
        record Say(UUID group, UUID who, boolean mention) implements Step {}

        record Move(UUID group, UUID who, double part, boolean read) implements Step {}

        record Rename(UUID group, String name) implements Step {}

        record LeaveOrJoin(UUID group, UUID who) implements Step {}

        record Profile(UUID who, String name) implements Step {}

        record Frames(Way way, int count) implements Step {}

        record Wait(int milliseconds) implements Step {}

        record Reconnect() implements Step {}

        record KillAndStart() implements Step {}
    }

    enum Way {
        DELIVER,
        LOSE,
        TWICE,
        SWAP
    }

    @Provide
    Arbitrary<List<Step>> anything() {
        return Arbitraries.frequencyOf(
                        Tuple.of(8, says()),
                        Tuple.of(4, moves()),
                        Tuple.of(1, renames()),
                        Tuple.of(2, leavesAndJoins()),
                        Tuple.of(1, profiles()),
                        Tuple.of(10, frames()),
                        Tuple.of(2, waits()),
                        Tuple.of(1, Arbitraries.just(new Step.Reconnect())),
                        Tuple.of(1, Arbitraries.just(new Step.KillAndStart())))
                .list()
                .ofMaxSize(80);
    }

    /** Nothing that a line alone cannot heal. */
    @Provide
    Arbitrary<List<Step>> onOneLine() {
        return Arbitraries.frequencyOf(
                        Tuple.of(8, says()),
                        Tuple.of(4, moves()),
                        Tuple.of(1, renames()),
                        Tuple.of(10, frames()),
                        Tuple.of(2, waits()))
                .list()
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<Long> changesMax() {
        return Arbitraries.of(3L, 10L, 500L);
    }

    @Property(tries = 400)
    void whateverWasLostDoubledOrSwappedAfterComingBackItIsWhatAFreshLoadGives(
            @ForAll("anything") List<Step> steps, @ForAll("changesMax") long changesMax) {
        ModelServer server = server(changesMax);
        BadlyConnected client = new BadlyConnected(server, ME);
        client.reconnect();
        steps.forEach(step -> run(server, client, step));
        client.reconnect();
        client.deliverAll();
        assertEquals(essence(freshLoad(server)), essence(client.state()));
        assertHistoryIsTrue(server, client.state());
    }

    @Property(tries = 300)
    void aGapClosesByItselfWhileTheLineStaysUp(
            @ForAll("onOneLine") List<Step> steps, @ForAll("changesMax") long changesMax) {
        ModelServer server = server(changesMax);
        BadlyConnected client = new BadlyConnected(server, ME);
        client.reconnect();
        client.deliverAll();
        steps.forEach(step -> run(server, client, step));
        // The next change shows what is missing.
        GROUPS.forEach(group -> server.say(group, ANN, text(false)));
        for (int second = 0; second < 70; second++) {
            client.deliverAll();
            client.loop().pass(Duration.ofSeconds(1));
        }
        assertEquals(essence(freshLoad(server)), essence(client.state()));
        assertHistoryIsTrue(server, client.state());
    }

    private static ModelServer server(long changesMax) {
        ModelServer server = new ModelServer(changesMax);
        List.of(ME, ANN, BOB).forEach(id -> server.person(id, "name"));
        GROUPS.forEach(group -> server.group(group, List.of(ANN, ME, BOB)));
        return server;
    }

    private static void run(ModelServer server, BadlyConnected client, Step step) {
        switch (step) {
            case Step.Say say -> {
                if (server.conversation(say.group()).has(say.who())) {
                    server.say(say.group(), say.who(), text(say.mention()));
                }
            }
            case Step.Move move -> {
                long seq = (long) (server.conversation(move.group()).lastSeq() * move.part());
                server.move(move.group(), move.who(), move.read() ? seq : 0, seq);
            }
            case Step.Rename rename -> server.rename(rename.group(), ANN, rename.name());
            case Step.LeaveOrJoin step1 -> {
                if (server.conversation(step1.group()).has(step1.who())) {
                    server.remove(step1.group(), ANN, step1.who());
                } else {
                    server.add(step1.group(), ANN, step1.who());
                }
            }
            case Step.Profile profile -> server.changeProfile(profile.who(), profile.name());
            case Step.Frames frames -> {
                switch (frames.way()) {
                    case DELIVER -> client.deliver(frames.count());
                    case LOSE -> client.lose(frames.count());
                    case TWICE -> client.twice(frames.count());
                    case SWAP -> client.swap(frames.count());
                }
            }
            case Step.Wait wait -> client.loop().pass(Duration.ofMillis(wait.milliseconds()));
            case Step.Reconnect _ -> client.reconnect();
            case Step.KillAndStart _ -> client.killAndStart();
        }
    }

    /** What must be the same for everybody who knows a conversation up to the same change. */
    private static Map<String, Object> essence(SyncState state) {
        Map<String, Object> essence = new LinkedHashMap<>();
        essence.put("account", state.account());
        essence.put("people", state.people());
        essence.put("gaps", state.aside().size());
        state.conversations()
                .forEach((id, entry) -> essence.put(
                        id.toString(),
                        List.of(
                                entry.conversation(),
                                entry.change(),
                                entry.lastSeq(),
                                entry.lastMessage(),
                                entry.unreadMentions(),
                                Map.copyOf(entry.participants()))));
        return essence;
    }

    private static SyncState freshLoad(ModelServer server) {
        BadlyConnected fresh = new BadlyConnected(server, ME);
        fresh.reconnect();
        fresh.deliverAll();
        return fresh.state();
    }

    private static void assertHistoryIsTrue(ModelServer server, SyncState state) {
        state.conversations().forEach((id, entry) -> {
            List<Message> stored = server.conversation(id).messages();
            for (Range range : entry.ranges()) {
                assertEquals(stored.subList((int) range.firstSeq() - 1, (int) range.lastSeq()), range.messages());
            }
        });
    }

    private static MessageBody text(boolean mention) {
        return new MessageBody.Text("hello", mention ? List.of(ME) : List.of());
    }

    private static Arbitrary<UUID> group() {
        return Arbitraries.of(GROUPS);
    }

    private static Arbitrary<UUID> who() {
        return Arbitraries.of(ME, ANN, BOB);
    }

    private static Arbitrary<Step> says() {
        return Combinators.combine(group(), who(), Arbitraries.of(true, false)).as(Step.Say::new);
    }

    private static Arbitrary<Step> moves() {
        return Combinators.combine(group(), who(), Arbitraries.doubles().between(0, 1), Arbitraries.of(true, false))
                .as(Step.Move::new);
    }

    private static Arbitrary<Step> renames() {
        return Combinators.combine(group(), Arbitraries.strings().alpha().ofMaxLength(4))
                .as(Step.Rename::new);
    }

    private static Arbitrary<Step> leavesAndJoins() {
        return Combinators.combine(group(), Arbitraries.of(ME, BOB)).as(Step.LeaveOrJoin::new);
    }

    private static Arbitrary<Step> profiles() {
        return Combinators.combine(who(), Arbitraries.strings().alpha().ofMaxLength(4))
                .as(Step.Profile::new);
    }

    private static Arbitrary<Step> frames() {
        return Combinators.combine(
                        Arbitraries.of(Way.DELIVER, Way.DELIVER, Way.LOSE, Way.TWICE, Way.SWAP),
                        Arbitraries.integers().between(1, 6))
                .as(Step.Frames::new);
    }

    private static Arbitrary<Step> waits() {
        return Arbitraries.integers().between(1, 3_000).map(Step.Wait::new);
    }
}
