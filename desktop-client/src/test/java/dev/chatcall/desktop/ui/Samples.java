package dev.chatcall.desktop.ui;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.Delivery;
import dev.chatcall.desktop.client.Member;
import dev.chatcall.desktop.client.Session;
import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.account.Settings;
import dev.chatcall.protocol.contact.Contact;
import dev.chatcall.protocol.contact.ContactState;
import dev.chatcall.protocol.conversation.ConversationKind;
import dev.chatcall.protocol.conversation.Role;
import dev.chatcall.protocol.message.MessageBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** People and conversations for tests of screens. */
public final class Samples {
    /** A Monday, 9 March 2026, 12:00 UTC. */
    public static final long NOON = 1_773_057_600_000L;

    private Samples() {}

    /** An id that is always the same for the same name. */
    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public static Person person(String username, String displayName) {
        return new Person(id(username), username, displayName, "", null);
    }

    /** Signs somebody in with these people as contacts. */
    public static void signIn(FakeClient client, Person me, Person... contacts) {
        List<Contact> known = new ArrayList<>();
        for (Person contact : contacts) {
            known.add(new Contact(contact, ContactState.CONTACT, NOON));
            client.state.person(contact.id()).set(Optional.of(contact));
        }
        client.state.person(me.id()).set(Optional.of(me));
        client.state.account.set(Optional.of(
                new Account(me, me.username() + "@example.org", false, new Settings(true, true), known, List.of(), 1)));
        client.state.session.set(new Session.SignedIn(me.id()));
    }

    public static ConversationView direct(Person me, Person other, String lastText, long unread) {
        UUID id = id(me.username() + "+" + other.username());
        List<Member> members =
                List.of(new Member(me.id(), Role.MEMBER, 1, 1), new Member(other.id(), Role.MEMBER, 1, 1));
        TimelineEntry last = text(id, 7, other.id(), lastText, NOON - 60_000);
        return new ConversationView(
                id,
                ConversationKind.DIRECT,
                null,
                null,
                NOON,
                other.id(),
                Role.MEMBER,
                members,
                7,
                last,
                NOON,
                7 - unread,
                unread,
                0,
                unread == 0 ? null : 7 - unread + 1,
                false,
                false);
    }

    public static ConversationView group(String name, Person me, List<Person> others, String lastText) {
        UUID id = id("group " + name);
        List<Member> members = new ArrayList<>();
        members.add(new Member(me.id(), Role.OWNER, 1, 1));
        others.forEach(other -> members.add(new Member(other.id(), Role.MEMBER, 1, 1)));
        TimelineEntry last = text(id, 3, others.getFirst().id(), lastText, NOON - 3_600_000);
        return new ConversationView(
                id,
                ConversationKind.GROUP,
                name,
                null,
                NOON,
                null,
                Role.OWNER,
                members,
                3,
                last,
                NOON - 3_600_000,
                3,
                0,
                0,
                null,
                false,
                false);
    }

    /** A stored message of somebody else's. */
    public static TimelineEntry text(UUID conversationId, long seq, UUID senderId, String text, long sentAt) {
        return new TimelineEntry(
                conversationId,
                id(conversationId + "/" + seq),
                seq,
                senderId,
                sentAt,
                new MessageBody.Text(text, List.of()),
                null,
                null);
    }

    /** One of one's own, so far on its way. */
    public static TimelineEntry own(
            UUID conversationId, long seq, UUID me, String text, long sentAt, Delivery delivery) {
        return new TimelineEntry(
                conversationId,
                id(conversationId + "/" + seq),
                seq,
                me,
                sentAt,
                new MessageBody.Text(text, List.of()),
                delivery,
                null);
    }
}
