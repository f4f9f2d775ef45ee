package dev.chatcall.desktop.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatcall.desktop.client.Badge;
import dev.chatcall.desktop.client.Notice;
import dev.chatcall.desktop.client.Session;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.testing.Awaiting;
import dev.chatcall.desktop.testing.TestDevice;
import dev.chatcall.desktop.testing.TestPerson;
import dev.chatcall.desktop.testing.TestServer;
import dev.chatcall.protocol.account.SessionInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One person on two devices, and what they see of each other's doings. */
@Tag("machine")
class SeveralDevicesTest {
    private final TestServer server = TestServer.shared();
    private final TestPerson anna = server.register("anna");
    private final TestPerson ben = server.register("ben");

    private UUID conversation() {
        server.befriend(anna, ben);
        return anna.direct(ben.id());
    }

    @Test
    void whatIsReadOnOneDeviceIsReadOnTheOther() {
        UUID id = conversation();
        try (TestDevice desk = TestDevice.of(server, anna);
                TestDevice laptop = TestDevice.of(server, anna)) {
            ben.say(id, "one");
            ben.say(id, "two, " + anna.username(), anna.id());
            Awaiting.until(desk.client().state().badge(), new Badge(2, 1)::equals);
            Awaiting.until(laptop.client().state().badge(), new Badge(2, 1)::equals);
            laptop.client().messages().markRead(id, 1);
            Awaiting.until(desk.client().state().badge(), new Badge(1, 1)::equals);
            laptop.client().messages().markRead(id, 2);
            Awaiting.until(desk.client().state().badge(), new Badge(0, 0)::equals);
        }
    }

    @Test
    void whatOneDeviceSendsTheOtherShowsAsOnesOwn() {
        UUID id = conversation();
        try (TestDevice desk = TestDevice.of(server, anna);
                TestDevice laptop = TestDevice.of(server, anna)) {
            laptop.conversation(id);
            desk.say(id, "from the desk");
            laptop.awaitTexts(id, List.of("from the desk"));
            assertEquals(0, laptop.conversation(id).unread());
        }
    }

    @Test
    void aMessageAsksForAttentionWhereTheWindowIsNotInFront() {
        UUID id = conversation();
        try (TestDevice desk = TestDevice.of(server, anna)) {
            desk.conversation(id);
            desk.client().messages().open(id);
            Store<Optional<Notice>> heard = new Store<>(Optional.empty());
            desk.client().onNotice(notice -> heard.set(Optional.of(notice)));
            ben.say(id, "seen at once");
            desk.awaitTexts(id, List.of("seen at once"));
            assertTrue(heard.get().isEmpty());
            desk.client().messages().setInFront(false);
            ben.say(id, "unseen");
            Notice notice = Awaiting.until(heard, Optional::isPresent).orElseThrow();
            assertTrue(notice.system());
            assertFalse(notice.toast());
            assertEquals(ben.id(), notice.message().senderId());
        }
    }

    @Test
    void aSessionThatIsEndedElsewhereIsOverHere() {
        try (TestDevice desk = TestDevice.of(server, anna);
                TestDevice laptop = TestDevice.of(server, anna)) {
            SessionInfo others = Awaiting.done(laptop.client().session().list()).stream()
                    .filter(session ->
                            !session.current() && session.deviceName().equals("Test device"))
                    .findFirst()
                    .orElseThrow();
            Awaiting.done(laptop.client().session().end(others.id()));
            Awaiting.until(desk.client().state().session(), new Session.SignedOut(true)::equals);
            assertEquals(
                    new Session.SignedIn(anna.id()),
                    laptop.client().state().session().get());
        }
    }

    @Test
    void whoSignsOutLeavesNothingBehind() {
        UUID id = conversation();
        try (TestDevice desk = TestDevice.of(server, anna)) {
            desk.conversation(id);
            Awaiting.done(desk.client().session().signOut());
            assertEquals(
                    new Session.SignedOut(false),
                    desk.client().state().session().get());
            assertTrue(desk.storage().snapshot(anna.id()).isEmpty());
            assertTrue(desk.client().state().conversations().get().isEmpty());
            desk.restart();
            Awaiting.until(desk.client().state().session(), new Session.SignedOut(false)::equals);
        }
    }

    @Test
    void whoTypesIsSeenTypingUntilTheySendIt() {
        UUID id = conversation();
        try (TestDevice desk = TestDevice.of(server, anna)) {
            desk.conversation(id);
            ben.type(id, true);
            Awaiting.until(desk.client().state().typing(id), List.of(ben.id())::equals);
            ben.say(id, "done");
            Awaiting.until(desk.client().state().typing(id), List::isEmpty);
        }
    }

    @Test
    void aGroupIsMadeRenamedAndLeft() {
        conversation();
        try (TestDevice desk = TestDevice.of(server, anna);
                TestDevice bens = TestDevice.of(server, ben)) {
            UUID group = Awaiting.done(desk.client().conversations().createGroup("Walk", List.of(ben.id())));
            Awaiting.done(desk.client().conversations().rename(group, "Long walk"));
            Awaiting.until(
                    bens.client().state().conversation(group),
                    known -> known.filter(view -> "Long walk".equals(view.name()))
                            .isPresent());
            Awaiting.done(bens.client().conversations().leave(group));
            Awaiting.until(bens.client().state().conversation(group), Optional::isEmpty);
            Awaiting.until(
                    desk.client().state().conversation(group),
                    known -> known.filter(view -> view.members().size() == 1).isPresent());
        }
    }
}
