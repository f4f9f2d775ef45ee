package dev.chatcall.desktop.ui.conversation;

import dev.chatcall.desktop.client.Delivery;
import dev.chatcall.desktop.client.Timeline;
import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.ui.FxTest;
import dev.chatcall.desktop.ui.Samples;
import dev.chatcall.desktop.ui.conversation.list.VirtualList;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.message.MessageBody;
import dev.chatcall.protocol.presence.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;

/** A conversation on screen, with people and messages to show. */
abstract class ConversationTest extends FxTest {
    protected static final Person ADA = Samples.person("ada", "Ada Lovelace");
    protected static final Person GRACE = Samples.person("grace", "Grace Hopper");
    protected static final Person ALAN = Samples.person("alan", "Alan Turing");

    protected dev.chatcall.desktop.client.ConversationView conversation = Samples.direct(ADA, GRACE, "hello", 0);
    protected final List<String> opened = new CopyOnWriteArrayList<>();

    protected UUID id() {
        return conversation.id();
    }

    /** Ada looks at the conversation. */
    protected ConversationView open() {
        Samples.signIn(client, ADA, GRACE, ALAN);
        client.state.presence(GRACE.id()).set(Optional.of(new Presence(GRACE.id(), true, null)));
        client.state.conversations.set(List.of(conversation));
        return show(screens -> new ConversationView(screens, id(), opened::add));
    }

    protected TimelineEntry from(Person who, long seq, String text) {
        return Samples.text(id(), seq, who.id(), text, Samples.NOON - (1_000 - seq) * 60_000);
    }

    protected TimelineEntry mine(long seq, String text, Delivery delivery) {
        return Samples.own(id(), seq, ADA.id(), text, Samples.NOON - (1_000 - seq) * 60_000, delivery);
    }

    protected TimelineEntry mentioning(Person who, long seq, String text, Person... mentioned) {
        TimelineEntry plain = from(who, seq, text);
        List<UUID> ids = List.of(mentioned).stream().map(Person::id).toList();
        return new TimelineEntry(
                id(), plain.id(), seq, who.id(), plain.sentAt(), new MessageBody.Text(text, ids), null, null);
    }

    protected TimelineEntry event(Person who, long seq, MessageBody body) {
        TimelineEntry plain = from(who, seq, "x");
        return new TimelineEntry(id(), plain.id(), seq, who.id(), plain.sentAt(), body, null, null);
    }

    protected TimelineEntry call(Person who, long seq, EndReason reason, boolean video) {
        return event(who, seq, new MessageBody.CallEnded(new UUID(9, seq), video, reason, 125_000, List.of(who.id())));
    }

    /** Messages of different lengths, from one number to another. */
    protected List<TimelineEntry> chatter(long from, long to) {
        List<TimelineEntry> entries = new ArrayList<>();
        for (long seq = from; seq <= to; seq++) {
            String text = "Message " + seq + " " + "with some more words ".repeat((int) (seq * 7 % 23));
            entries.add(seq % 3 == 0 ? mine(seq, text, Delivery.READ) : from(GRACE, seq, text));
        }
        return entries;
    }

    protected void put(List<TimelineEntry> entries, boolean hasOlder, boolean hasNewer, @Nullable Long newLine) {
        client.state
                .timeline(id())
                .set(new Timeline(id(), List.copyOf(entries), hasOlder, hasNewer, null, null, newLine));
        settle();
    }

    @SuppressWarnings("unchecked")
    protected VirtualList<dev.chatcall.desktop.ui.conversation.rows.Row> list() {
        return (VirtualList<dev.chatcall.desktop.ui.conversation.rows.Row>)
                onFx(() -> stage.getScene().getRoot().lookup(".virtual-list"));
    }

    protected TextArea input() {
        return onFx(() -> (TextArea) stage.getScene().getRoot().lookup("#composer"));
    }
}
