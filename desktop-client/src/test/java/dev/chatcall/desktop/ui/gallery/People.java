package dev.chatcall.desktop.ui.gallery;

import dev.chatcall.desktop.client.Badge;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.Delivery;
import dev.chatcall.desktop.client.Timeline;
import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.ui.FakeClient;
import dev.chatcall.desktop.ui.Samples;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.account.Settings;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.contact.Contact;
import dev.chatcall.protocol.contact.ContactState;
import dev.chatcall.protocol.message.MessageBody;
import dev.chatcall.protocol.presence.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Those who are in the pictures, and what they wrote. */
final class People {
    static final Person MIRA = Samples.person("mira", "Mira Novak");
    static final Person BEN = Samples.person("ben", "Ben Okafor");
    static final Person CLARA = Samples.person("clara", "Clara Silva");
    static final Person OMAR = Samples.person("omar", "عمر حداد");
    static final Person DORA = Samples.person("dora", "Dora Lindqvist-Amsterdam von Hohenstein");
    static final Person EMRE = Samples.person("emre", "Emre Yılmaz");
    static final Person LI = Samples.person("li", "李小龙");

    static final ConversationView CHAT = Samples.direct(MIRA, BEN, "Shall we call at six?", 0);
    static final ConversationView GROUP =
            Samples.group("Summer house", MIRA, List.of(BEN, CLARA, OMAR, DORA), "Who brings **bread**?");

    private static final long MINUTE = 60_000;

    private People() {}

    /** Mira is signed in, with all that somebody has after some weeks. */
    static void arrive(FakeClient client) {
        Samples.signIn(client, MIRA, BEN, CLARA, OMAR, DORA, EMRE, LI);
        client.state.account.set(Optional.of(new Account(
                MIRA,
                "mira@example.org",
                true,
                new Settings(true, true),
                List.of(
                        contact(BEN, ContactState.CONTACT),
                        contact(CLARA, ContactState.CONTACT),
                        contact(OMAR, ContactState.CONTACT),
                        contact(DORA, ContactState.CONTACT),
                        contact(EMRE, ContactState.INCOMING),
                        contact(LI, ContactState.OUTGOING)),
                List.of(),
                1)));
        client.state.presence(BEN.id()).set(Optional.of(new Presence(BEN.id(), true, null)));
        client.state.presence(MIRA.id()).set(Optional.of(new Presence(MIRA.id(), true, null)));
        client.state.presence(CLARA.id()).set(Optional.of(new Presence(CLARA.id(), false, Samples.NOON - 5 * MINUTE)));
        client.state.conversations.set(conversations());
        client.state.badge.set(new Badge(5, 1));
        client.state.draft(DRAFT.id()).set("I *think* so, but");
        client.state.typing(TYPED.id()).set(List.of(CLARA.id()));
        client.state.timeline(CHAT.id()).set(timeline(CHAT, chat()));
        client.state.timeline(GROUP.id()).set(timeline(GROUP, group()));
    }

    private static final ConversationView TYPED = Samples.direct(MIRA, CLARA, "See you", 0);
    private static final ConversationView DRAFT = Samples.direct(MIRA, DORA, "Hello", 0);

    private static List<ConversationView> conversations() {
        ConversationView arabic =
                changed(Samples.direct(MIRA, OMAR, "أراك غدًا عند المرفأ القديم", 3), true, false, 1, last -> last);
        ConversationView own = changed(
                Samples.direct(MIRA, EMRE, "x", 0),
                false,
                false,
                0,
                last -> Samples.own(
                        last.conversationId(),
                        7,
                        MIRA.id(),
                        "See you at six 🎉 by the old harbour, bring a jacket",
                        Samples.NOON - 86_400_000L,
                        Delivery.READ));
        ConversationView failed = changed(
                Samples.direct(MIRA, LI, "x", 0),
                false,
                false,
                0,
                last -> Samples.own(
                        last.conversationId(), 7, MIRA.id(), "你好，世界", Samples.NOON - 9 * 86_400_000L, Delivery.FAILED));
        return List.of(
                changed(GROUP, false, true, 0, last -> last),
                CHAT,
                changed(Samples.direct(MIRA, DORA, "Hello", 0), false, false, 0, last -> last),
                TYPED,
                arabic,
                changed(
                        Samples.group("Werkstatt & Ersatzteile Nordrhein", MIRA, List.of(CLARA, BEN), "Nein"),
                        true,
                        false,
                        0,
                        last -> last),
                own,
                failed);
    }

    private static List<TimelineEntry> chat() {
        List<TimelineEntry> all = new ArrayList<>();
        all.add(from(CHAT, BEN, 1, 100, "Good morning. Did you read the notes on the **harbour**?"));
        all.add(from(CHAT, BEN, 2, 99, "They are *long*, with `inline code`, and see https://example.org/notes."));
        all.add(own(CHAT, 3, 90, "Twice 😀", Delivery.READ));
        all.add(own(CHAT, 4, 89, "Here is what I make of it:\n\n- it is far\n- it needs *a boat*", Delivery.READ));
        all.add(event(
                CHAT,
                BEN,
                5,
                60,
                new MessageBody.CallEnded(new UUID(9, 5), true, EndReason.FINISHED, 125_000, List.of(BEN.id()))));
        all.add(from(CHAT, BEN, 6, 20, "مرحبا، كيف حالك اليوم؟"));
        all.add(from(CHAT, BEN, 7, 1, "Shall we call at six?"));
        all.add(own(CHAT, 8, 0, "Yes", Delivery.DELIVERED));
        return all;
    }

    private static List<TimelineEntry> group() {
        List<TimelineEntry> all = new ArrayList<>();
        all.add(event(GROUP, MIRA, 1, 300, new MessageBody.GroupCreated("Summer house")));
        all.add(event(
                GROUP,
                MIRA,
                2,
                299,
                new MessageBody.MembersAdded(List.of(BEN.id(), CLARA.id(), OMAR.id(), DORA.id()))));
        all.add(from(GROUP, CLARA, 3, 200, "```\nfor (int at = 0; at < 10; at++) {\n    swim(at);\n}\n```"));
        all.add(from(GROUP, CLARA, 4, 199, "👍🎉"));
        all.add(from(GROUP, BEN, 5, 60, "> who brings bread?\n\nI do"));
        all.add(own(GROUP, 6, 50, "Thank you", Delivery.QUEUED));
        all.add(own(GROUP, 7, 49, "This one was not sent", Delivery.FAILED));
        all.add(from(GROUP, BEN, 8, 40, "Who brings **bread**?"));
        return all;
    }

    static Timeline timeline(ConversationView conversation, List<TimelineEntry> entries) {
        return new Timeline(conversation.id(), List.copyOf(entries), false, false, null, null, null);
    }

    static Contact contact(Person person, ContactState state) {
        return new Contact(person, state, Samples.NOON);
    }

    private static TimelineEntry from(ConversationView in, Person who, long seq, long minutes, String text) {
        return Samples.text(in.id(), seq, who.id(), text, Samples.NOON - minutes * MINUTE);
    }

    private static TimelineEntry own(ConversationView in, long seq, long minutes, String text, Delivery delivery) {
        return Samples.own(in.id(), seq, MIRA.id(), text, Samples.NOON - minutes * MINUTE, delivery);
    }

    private static TimelineEntry event(ConversationView in, Person who, long seq, long minutes, MessageBody body) {
        TimelineEntry plain = from(in, who, seq, minutes, "x");
        return new TimelineEntry(in.id(), plain.id(), seq, who.id(), plain.sentAt(), body, null, null);
    }

    private static ConversationView changed(
            ConversationView c, boolean muted, boolean pinned, int mentions, UnaryOperator<TimelineEntry> last) {
        TimelineEntry newest = last.apply(c.last());
        return new ConversationView(
                c.id(),
                c.kind(),
                c.name(),
                c.avatarId(),
                c.createdAt(),
                c.otherId(),
                c.myRole(),
                c.members(),
                c.lastSeq(),
                newest,
                newest.sentAt(),
                c.readSeq(),
                c.unread(),
                mentions,
                c.firstUnreadSeq(),
                muted,
                pinned);
    }
}
