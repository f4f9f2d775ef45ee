package dev.chatcall.desktop.selector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.chatcall.desktop.client.Badge;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.Delivery;
import dev.chatcall.desktop.client.Receipts;
import dev.chatcall.desktop.client.Timeline;
import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.history.TimelineView;
import dev.chatcall.desktop.outbox.OutboxEntry;
import dev.chatcall.desktop.outbox.OutboxState;
import dev.chatcall.desktop.outbox.OutboxStep;
import dev.chatcall.desktop.storage.OutboxRecord;
import dev.chatcall.desktop.sync.ConversationEntry;
import dev.chatcall.desktop.sync.Range;
import dev.chatcall.protocol.conversation.Conversation;
import dev.chatcall.protocol.conversation.ConversationKind;
import dev.chatcall.protocol.conversation.Participant;
import dev.chatcall.protocol.conversation.Role;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessageBody;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SelectorsTest {
    private static final UUID ME = new UUID(0, 1);
    private static final UUID ANN = new UUID(0, 2);
    private static final UUID BOB = new UUID(0, 3);
    private static final UUID GROUP = new UUID(1, 0);
    private static final OutboxState NOTHING = new OutboxState(Map.of(), true);

    @Test
    void aMessageOfOnesOwnIsReadWhenAllOthersHaveReadIt() {
        ConversationEntry entry = entry(5, at(ME, 5, 5), at(ANN, 3, 4), at(BOB, 2, 5));
        List<Delivery> marks = timeline(entry, List.of()).entries().stream()
                .map(TimelineEntry::delivery)
                .toList();
        // Those with odd numbers are Ann's.
        assertEquals(Arrays.asList(null, Delivery.READ, null, Delivery.DELIVERED, null), marks);
    }

    @Test
    void aloneInAGroupNothingIsDelivered() {
        ConversationEntry entry = entry(2, at(ME, 2, 2));
        assertEquals(
                Delivery.SENT, timeline(entry, List.of()).entries().getLast().delivery());
    }

    @Test
    void receiptsSortTheOthersByHowFarTheyAre() {
        ConversationEntry entry = entry(5, at(ME, 5, 5), at(ANN, 4, 4), at(BOB, 1, 4));
        assertEquals(new Receipts(List.of(ANN), List.of(BOB), List.of()), Timelines.receipts(entry, 4, ME));
        assertEquals(new Receipts(List.of(), List.of(), List.of(ANN, BOB)), Timelines.receipts(entry, 5, ME));
    }

    @Test
    void whatIsOnItsWayStandsAtTheEndUntilItIsAmongTheStoredOnes() {
        ConversationEntry entry = entry(2, at(ME, 0, 0), at(ANN, 0, 0));
        OutboxEntry unsent = pending(new UUID(9, 9), OutboxStep.QUEUED);
        OutboxEntry stored = pending(entry.lastMessage().id(), new OutboxStep.Sent(2));
        Timeline timeline = timeline(entry, List.of(stored, unsent));
        assertEquals(3, timeline.entries().size());
        assertEquals(Delivery.QUEUED, timeline.entries().getLast().delivery());
        assertNull(timeline.entries().getLast().seq());
    }

    @Test
    void anOlderPieceDoesNotShowWhatIsOnItsWay() {
        ConversationEntry all = entry(8, at(ME, 0, 0));
        ConversationEntry old = all.withRanges(List.of(range(1, 3)));
        Timeline timeline = timeline(old, List.of(pending(new UUID(9, 9), OutboxStep.QUEUED)));
        assertEquals(3, timeline.entries().size());
        assertEquals(true, timeline.hasNewer());
        assertEquals(false, timeline.hasOlder());
    }

    @Test
    void unreadIsCountedFromWhatWasReadHereOrElsewhere() {
        ConversationEntry entry = entry(9, at(ME, 4, 4), at(ANN, 9, 9));
        assertEquals(5, view(entry).unread());
        assertEquals(5L, view(entry).firstUnreadSeq());
        ConversationView ahead = view(entry.withReadAhead(9));
        assertEquals(0, ahead.unread());
        assertNull(ahead.firstUnreadSeq());
    }

    @Test
    void aMutedConversationCountsNothing() {
        ConversationView loud = view(entry(9, at(ME, 4, 4)));
        ConversationView muted = new ConversationView(
                UUID.randomUUID(),
                loud.kind(),
                loud.name(),
                null,
                0,
                null,
                Role.MEMBER,
                List.of(),
                9,
                null,
                0,
                0,
                9,
                3,
                1L,
                true,
                false);
        assertEquals(new Badge(5, 0), ConversationViews.badge(List.of(loud, muted)));
    }

    @Test
    void whatDidNotChangeIsNotMadeAnew() {
        ConversationViews views = new ConversationViews();
        ConversationEntry entry = entry(3, at(ME, 0, 0));
        SelectorStates states = new SelectorStates(ME, entry);
        Optional<ConversationView> first = views.one(GROUP, states.state(), NOTHING);
        assertSame(first.orElseThrow(), views.list(states.state(), NOTHING).getFirst());
    }

    private static ConversationView view(ConversationEntry entry) {
        return new ConversationViews()
                .one(GROUP, new SelectorStates(ME, entry).state(), NOTHING)
                .orElseThrow();
    }

    private static Timeline timeline(ConversationEntry entry, List<OutboxEntry> pending) {
        return Timelines.timeline(GROUP, entry, TimelineView.NONE, pending, ME);
    }

    private static OutboxEntry pending(UUID id, OutboxStep step) {
        return new OutboxEntry(
                new OutboxRecord(1, GROUP, id, new MessageBody.Text("unsent", List.of()), 77, null), step);
    }

    private static Participant at(UUID id, long read, long delivered) {
        return new Participant(id, Role.MEMBER, true, read, delivered);
    }

    private static ConversationEntry entry(long lastSeq, Participant... participants) {
        Map<UUID, Participant> all = new LinkedHashMap<>();
        for (Participant participant : participants) {
            all.put(participant.accountId(), participant);
        }
        Range range = range(1, lastSeq);
        return new ConversationEntry(
                new Conversation(GROUP, ConversationKind.GROUP, "Group", null, 1),
                lastSeq,
                lastSeq,
                all,
                List.of(),
                range.messages().getLast(),
                List.of(range),
                null,
                0);
    }

    /** Ann's and one's own in turn. */
    private static Range range(long first, long last) {
        return new Range(LongStream.rangeClosed(first, last)
                .mapToObj(seq -> new Message(
                        GROUP,
                        new UUID(7, seq),
                        seq,
                        seq,
                        seq % 2 == 0 ? ME : ANN,
                        1_000 + seq,
                        new MessageBody.Text("text " + seq, List.of())))
                .toList());
    }
}
