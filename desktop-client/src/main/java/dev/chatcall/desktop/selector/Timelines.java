package dev.chatcall.desktop.selector;

import dev.chatcall.desktop.client.Delivery;
import dev.chatcall.desktop.client.Receipts;
import dev.chatcall.desktop.client.Timeline;
import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.history.Shown;
import dev.chatcall.desktop.history.TimelineView;
import dev.chatcall.desktop.outbox.OutboxEntry;
import dev.chatcall.desktop.outbox.OutboxStep;
import dev.chatcall.desktop.sync.ConversationEntry;
import dev.chatcall.desktop.sync.Range;
import dev.chatcall.protocol.conversation.Participant;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessageBody;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Timelines and receipts, made from what is held. Pure. */
public final class Timelines {
    private Timelines() {}

    /** @param pending one's own messages on their way there, in the order of writing */
    public static Timeline timeline(
            UUID conversationId,
            @Nullable ConversationEntry entry,
            TimelineView view,
            List<OutboxEntry> pending,
            UUID me) {
        List<Message> shown = entry == null
                ? List.of()
                : Shown.range(entry, view).map(Range::messages).orElse(List.of());
        long lastSeq = entry == null ? 0 : entry.lastSeq();
        boolean hasNewer =
                entry != null && (shown.isEmpty() ? 0 : shown.getLast().seq()) < lastSeq;
        List<TimelineEntry> lines = new ArrayList<>();
        if (entry != null) {
            Reach reach = Reach.of(entry, me);
            shown.forEach(message -> lines.add(line(message, reach, me)));
        }
        if (!hasNewer) {
            lines.addAll(pendingLines(pending, shown, me));
        }
        return new Timeline(
                conversationId,
                lines,
                shown.isEmpty() ? lastSeq > 0 : shown.getFirst().seq() > 1,
                hasNewer,
                view.loading(),
                view.error(),
                view.newLineSeq());
    }

    /** The newest line, for the list. */
    static Optional<TimelineEntry> last(ConversationEntry entry, List<OutboxEntry> pending, UUID me) {
        Message stored = entry.lastMessage();
        List<TimelineEntry> unsent = pendingLines(pending, stored == null ? List.of() : List.of(stored), me);
        if (!unsent.isEmpty()) {
            return Optional.of(unsent.getLast());
        }
        return stored == null ? Optional.empty() : Optional.of(line(stored, Reach.of(entry, me), me));
    }

    /** Who of the others has a message. */
    public static Receipts receipts(@Nullable ConversationEntry entry, long seq, UUID me) {
        List<Participant> others = entry == null
                ? List.of()
                : entry.participants().values().stream()
                        .filter(participant -> !participant.accountId().equals(me))
                        .toList();
        return new Receipts(
                ids(others, other -> other.readSeq() >= seq),
                ids(others, other -> other.readSeq() < seq && other.deliveredSeq() >= seq),
                ids(others, other -> other.readSeq() < seq && other.deliveredSeq() < seq));
    }

    private static List<UUID> ids(List<Participant> others, Predicate<Participant> which) {
        return others.stream().filter(which).map(Participant::accountId).toList();
    }

    private static TimelineEntry line(Message message, Reach reach, UUID me) {
        boolean own = message.senderId().equals(me) && message.body() instanceof MessageBody.Text;
        return new TimelineEntry(
                message.conversationId(),
                message.id(),
                message.seq(),
                message.senderId(),
                message.sentAt(),
                message.body(),
                own ? reach.deliveryOf(message.seq()) : null,
                null);
    }

    private static List<TimelineEntry> pendingLines(List<OutboxEntry> pending, List<Message> shown, UUID me) {
        if (pending.isEmpty()) {
            return List.of();
        }
        Set<UUID> stored = new HashSet<>();
        shown.stream().filter(message -> message.senderId().equals(me)).forEach(message -> stored.add(message.id()));
        return pending.stream()
                .filter(entry -> !stored.contains(entry.record().id()))
                .map(entry -> pendingLine(entry, me))
                .toList();
    }

    private static TimelineEntry pendingLine(OutboxEntry entry, UUID me) {
        Delivery delivery = switch (entry.step()) {
            case OutboxStep.Queued _ -> Delivery.QUEUED;
            case OutboxStep.Sending _ -> Delivery.SENDING;
            case OutboxStep.Sent _ -> Delivery.SENT;
            case OutboxStep.Failed _ -> Delivery.FAILED;
        };
        return new TimelineEntry(
                entry.record().conversationId(),
                entry.record().id(),
                null,
                me,
                entry.record().writtenAt(),
                entry.record().body(),
                delivery,
                entry.step() instanceof OutboxStep.Failed failed ? failed.code() : null);
    }
}
