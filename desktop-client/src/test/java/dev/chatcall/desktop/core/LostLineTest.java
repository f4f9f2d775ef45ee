package dev.chatcall.desktop.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.client.ConnectionState;
import dev.chatcall.desktop.client.Session;
import dev.chatcall.desktop.client.Timeline;
import dev.chatcall.desktop.testing.Awaiting;
import dev.chatcall.desktop.testing.TcpProxy;
import dev.chatcall.desktop.testing.TestDevice;
import dev.chatcall.desktop.testing.TestPerson;
import dev.chatcall.desktop.testing.TestServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a conversation when the line, the server or the program goes. */
@Tag("machine")
class LostLineTest {
    /** Which is killed and started again. */
    private static @Nullable TestServer mortal;

    private static TestServer mortal() {
        if (mortal == null) {
            mortal = TestServer.start();
        }
        return mortal;
    }

    @AfterAll
    static void stop() {
        if (mortal != null) {
            mortal.close();
        }
    }

    @Test
    void aServerThatIsKilledInTheMiddleLosesDoublesAndReordersNothing() {
        TestServer server = mortal();
        TestPerson anna = server.register("anna");
        TestPerson ben = server.register("ben");
        server.befriend(anna, ben);
        UUID id = anna.direct(ben.id());
        try (TestDevice annas = TestDevice.of(server, anna);
                TestDevice bens = TestDevice.of(server, ben)) {
            List<String> said = new ArrayList<>();
            for (int number = 0; number < 60; number++) {
                if (number == 20) {
                    server.kill();
                }
                if (number == 40) {
                    server.startAgain();
                    annas.client().hurry();
                    bens.client().hurry();
                }
                said.add("anna " + number);
                annas.say(id, "anna " + number);
                bens.say(id, "ben " + number);
            }
            Awaiting.until(annas.client().state().outbox(), outbox -> outbox.unsent() == 0);
            Awaiting.until(bens.client().state().outbox(), outbox -> outbox.unsent() == 0);
            List<String> stored = storedOf(server, anna, id);
            assertEquals(120, stored.size());
            assertEquals(said, ofOne(stored, "anna "));
            assertEquals(60, ofOne(stored, "ben ").stream().distinct().count());
            assertEquals(stored, shown(annas, id, stored.size()));
            assertEquals(stored, shown(bens, id, stored.size()));
        }
    }

    @Test
    void whatIsWrittenWhileTheLineIsCutGoesOutWhenItIsMended() throws IOException {
        TestServer server = TestServer.shared();
        TestPerson anna = server.register("anna");
        TestPerson ben = server.register("ben");
        server.befriend(anna, ben);
        UUID id = anna.direct(ben.id());
        try (TcpProxy cable = new TcpProxy(server.port());
                TestDevice desk = TestDevice.of(cable.url(), anna)) {
            desk.conversation(id);
            ben.socket();
            desk.say(id, "before");
            ben.hears(id, "before");
            // Where the line goes before the answer is there, it is sent again, and the server has it once.
            Awaiting.until(desk.client().state().outbox(), outbox -> outbox.unsent() == 0);
            cable.cut();
            Awaiting.until(desk.client().state().connection(), state -> state instanceof ConnectionState.Waiting);
            desk.say(id, "into the dark");
            ben.say(id, "are you there?");
            assertEquals(1, desk.client().state().outbox().get().unsent());
            cable.mend();
            desk.client().hurry();
            ben.hears(id, "into the dark");
            desk.awaitTexts(id, List.of("before", "are you there?", "into the dark"));
        }
    }

    @Test
    void whoWasAwayForLongerThanCanBeToldStartsTheConversationAfresh() throws IOException {
        TestServer server = TestServer.shared();
        TestPerson anna = server.register("anna");
        TestPerson ben = server.register("ben");
        server.befriend(anna, ben);
        UUID id = anna.direct(ben.id());
        try (TcpProxy cable = new TcpProxy(server.port());
                TestDevice desk = TestDevice.of(cable.url(), anna)) {
            desk.conversation(id);
            desk.client().messages().open(id);
            ben.say(id, "early");
            desk.awaitTexts(id, List.of("early"));
            cable.cut();
            IntStream.range(0, 520).forEach(number -> ben.say(id, "missed " + number));
            cable.mend();
            desk.client().hurry();
            desk.awaitLive();
            List<String> newest = IntStream.range(470, 520)
                    .mapToObj(number -> "missed " + number)
                    .toList();
            Awaiting.until(desk.client().state().timeline(id), timeline -> endsWith(timeline, newest));
            Awaiting.done(desk.client().messages().loadOlder(id));
            Timeline longer = desk.client().state().timeline(id).get();
            assertTrue(
                    TestDevice.texts(longer).size() >= 100,
                    () -> "loaded: " + longer.entries().size());
            assertEquals(521, desk.conversation(id).lastSeq());
        }
    }

    @Test
    void aStartWithoutAServerShowsWhatWasThereAndSendsWhatIsWrittenOnceItIsBack() {
        TestServer server = mortal();
        TestPerson anna = server.register("anna");
        TestPerson ben = server.register("ben");
        server.befriend(anna, ben);
        UUID id = anna.direct(ben.id());
        try (TestDevice desk = TestDevice.of(server, anna)) {
            desk.conversation(id);
            desk.client().messages().open(id);
            ben.say(id, "kept");
            desk.awaitTexts(id, List.of("kept"));
            server.kill();
            desk.restart();
            ClientState state = desk.client().state();
            Awaiting.until(state.ready(), ready -> ready);
            assertEquals(new Session.SignedIn(anna.id()), state.session().get());
            assertEquals(
                    ben.username(), state.person(ben.id()).get().orElseThrow().displayName());
            assertEquals(List.of("kept"), TestDevice.texts(state.timeline(id).get()));
            desk.say(id, "written offline");
            desk.killAndStart();
            desk.awaitTexts(id, List.of("kept", "written offline"));
            server.startAgain();
            desk.client().hurry();
            Awaiting.until(desk.client().state().outbox(), outbox -> outbox.unsent() == 0);
            assertEquals(List.of("kept", "written offline"), anna.texts(id));
        }
    }

    private static boolean endsWith(Timeline timeline, List<String> texts) {
        List<String> all = TestDevice.texts(timeline);
        return all.size() >= texts.size()
                && all.subList(all.size() - texts.size(), all.size()).equals(texts)
                && timeline.loading() == null;
    }

    private static List<String> storedOf(TestServer server, TestPerson person, UUID id) {
        List<String> stored = new ArrayList<>();
        long before = Integer.MAX_VALUE;
        while (before > 1) {
            var page = person.page(id, before);
            stored.addAll(0, TestPerson.textsOf(page));
            before = page.getFirst().seq();
        }
        return stored;
    }

    private static List<String> ofOne(List<String> stored, String prefix) {
        return stored.stream().filter(text -> text.startsWith(prefix)).toList();
    }

    /** Everything from the first message on, loaded as somebody scrolls up. */
    private static List<String> shown(TestDevice device, UUID id, int count) {
        device.client().messages().open(id);
        Awaiting.until(
                device.client().state().timeline(id),
                timeline -> !timeline.hasNewer()
                        && timeline.loading() == null
                        && !timeline.entries().isEmpty());
        while (device.client().state().timeline(id).get().hasOlder()) {
            Awaiting.done(device.client().messages().loadOlder(id));
        }
        return TestDevice.texts(Awaiting.until(
                device.client().state().timeline(id),
                timeline -> TestDevice.texts(timeline).size() >= count));
    }
}
