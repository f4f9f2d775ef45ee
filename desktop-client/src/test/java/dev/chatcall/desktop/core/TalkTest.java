package dev.chatcall.desktop.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.desktop.client.Delivery;
import dev.chatcall.desktop.client.Session;
import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.testing.Awaiting;
import dev.chatcall.desktop.testing.TestDevice;
import dev.chatcall.desktop.testing.TestPerson;
import dev.chatcall.desktop.testing.TestServer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The core against the real server. */
@Tag("machine")
class TalkTest {
    private final TestServer server = TestServer.shared();
    private final TestPerson anna = server.register("anna");
    private final TestPerson ben = server.register("ben");

    @Test
    void twoPeopleTalkBothWays() {
        server.befriend(anna, ben);
        UUID id = anna.direct(ben.id());
        try (TestDevice desk = TestDevice.of(server, anna)) {
            desk.conversation(id);
            desk.client().messages().open(id);
            ben.socket();
            desk.say(id, "hello");
            ben.hears(id, "hello");
            ben.say(id, "hello yourself");
            desk.awaitTexts(id, List.of("hello", "hello yourself"));
            assertEquals(List.of("hello", "hello yourself"), anna.texts(id));
        }
    }

    @Test
    void aMessageIsSentThenDeliveredThenRead() {
        server.befriend(anna, ben);
        UUID id = anna.direct(ben.id());
        try (TestDevice desk = TestDevice.of(server, anna)) {
            desk.conversation(id);
            desk.say(id, "look");
            awaitDelivery(desk, id, Delivery.SENT);
            try (TestDevice bens = TestDevice.of(server, ben)) {
                awaitDelivery(desk, id, Delivery.DELIVERED);
                bens.client().messages().markRead(id, bens.conversation(id).lastSeq());
                awaitDelivery(desk, id, Delivery.READ);
            }
        }
    }

    @Test
    void aWrongPasswordSaysSoAndSignsNobodyIn() {
        try (TestDevice desk = new TestDevice(server.url())) {
            Awaiting.until(desk.client().state().session(), new Session.SignedOut(false)::equals);
            ApiException refusal = Assertions.assertThrows(
                    ApiException.class,
                    () -> Awaiting.done(desk.client().session().signIn(anna.username(), "not the password")));
            assertEquals("auth.invalid_credentials", refusal.code());
            assertEquals(
                    new Session.SignedOut(false),
                    desk.client().state().session().get());
        }
    }

    @Test
    void aWeakPasswordIsRefusedWithItsField() {
        try (TestDevice desk = new TestDevice(server.url())) {
            ApiException refusal = Assertions.assertThrows(
                    ApiException.class,
                    () -> Awaiting.done(desk.client()
                            .session()
                            .register(server.freshName("cleo"), "cleo@example.org", "short", "", null)));
            assertEquals("account.password_weak", refusal.code());
            assertEquals("password", refusal.fields().getFirst().field());
        }
    }

    private static void awaitDelivery(TestDevice desk, UUID id, Delivery delivery) {
        Awaiting.until(
                desk.client().state().timeline(id),
                timeline ->
                        timeline.entries().stream().map(TimelineEntry::delivery).anyMatch(delivery::equals));
    }
}
