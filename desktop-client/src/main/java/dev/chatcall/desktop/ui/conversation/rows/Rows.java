package dev.chatcall.desktop.ui.conversation.rows;

import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.protocol.message.MessageBody;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the lines of a conversation: messages with day lines, the "new messages" line and groups by writer. */
public final class Rows {
    /** Messages of one writer closer together than this are one group. */
    private static final long GROUP_MS = Duration.ofMinutes(5).toMillis();

    private final ZoneId zone;
    private final @Nullable Long newLineSeq;
    private final List<Row> rows = new ArrayList<>();
    private Day day = new Day(0, 0);

    private Rows(ZoneId zone, @Nullable Long newLineSeq) {
        this.zone = zone;
        this.newLineSeq = newLineSeq;
    }

    /**
     * @param complete nothing comes before the first entry
     * @param newLineSeq the "new messages" line stands before this one
     */
    public static List<Row> of(List<TimelineEntry> entries, boolean complete, @Nullable Long newLineSeq, ZoneId zone) {
        return new Rows(zone, newLineSeq).make(entries, complete);
    }

    private List<Row> make(List<TimelineEntry> entries, boolean complete) {
        if (complete) {
            rows.add(new Row.Beginning());
        }
        TimelineEntry previous = null;
        // A message ends its group only where the next one does not go on with it: decided one step late.
        boolean first = false;
        for (TimelineEntry entry : entries) {
            // Whether the first loaded message begins its day is only known when nothing comes before it.
            boolean newDay = !day.contains(entry.sentAt()) && (previous != null || complete);
            boolean newLine = entry.seq() != null && entry.seq().equals(newLineSeq);
            boolean goesOn = previous != null && !newDay && !newLine && together(previous, entry);
            if (previous != null) {
                add(previous, first, !goesOn);
            }
            day = day.contains(entry.sentAt()) ? day : dayOf(entry.sentAt());
            addLines(entry, newDay, newLine);
            first = !goesOn;
            previous = entry;
        }
        if (previous != null) {
            add(previous, first, true);
        }
        return List.copyOf(rows);
    }

    private void addLines(TimelineEntry entry, boolean newDay, boolean newLine) {
        if (newDay) {
            rows.add(new Row.Day("day-" + entry.key(), entry.sentAt()));
        }
        if (newLine) {
            rows.add(new Row.NewLine());
        }
    }

    private void add(TimelineEntry entry, boolean first, boolean last) {
        boolean text = entry.body() instanceof MessageBody.Text;
        rows.add(text ? new Row.Bubble(entry, first, last) : new Row.Event(entry));
    }

    private static boolean together(TimelineEntry a, TimelineEntry b) {
        return a.body() instanceof MessageBody.Text
                && b.body() instanceof MessageBody.Text
                && a.senderId().equals(b.senderId())
                && b.sentAt() - a.sentAt() < GROUP_MS;
    }

    private Day dayOf(long at) {
        LocalDate date = LocalDate.ofInstant(Instant.ofEpochMilli(at), zone);
        return new Day(
                date.atStartOfDay(zone).toInstant().toEpochMilli(),
                date.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli());
    }

    /** A calendar day as its moments, so that not every message asks the calendar. */
    private record Day(long from, long to) {
        boolean contains(long at) {
            return at >= from && at < to;
        }
    }
}
