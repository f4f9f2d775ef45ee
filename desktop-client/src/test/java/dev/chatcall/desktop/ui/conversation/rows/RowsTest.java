package dev.chatcall.desktop.ui.conversation.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.protocol.message.MessageBody;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final long NOON = at(2026, 3, 3, 12, 0);
    private static final long MINUTE = 60_000;
    private static final UUID CONVERSATION = new UUID(0, 0);
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);

    private static long at(int year, int month, int day, int hour, int minute) {
        return LocalDateTime.of(year, month, day, hour, minute)
                .atZone(ZONE)
                .toInstant()
                .toEpochMilli();
    }

    private static TimelineEntry text(long seq, UUID sender, long sentAt) {
        return new TimelineEntry(
                CONVERSATION,
                new UUID(1, seq),
                seq,
                sender,
                sentAt,
                new MessageBody.Text("hello", List.of()),
                null,
                null);
    }

    private static TimelineEntry left(long seq, UUID sender, long sentAt) {
        return new TimelineEntry(
                CONVERSATION, new UUID(1, seq), seq, sender, sentAt, new MessageBody.MemberLeft(), null, null);
    }

    private static List<String> shape(@Nullable Long newLine, TimelineEntry... entries) {
        return Rows.of(List.of(entries), true, newLine, ZONE).stream()
                .skip(1)
                .map(RowsTest::shape)
                .toList();
    }

    private static String shape(Row row) {
        return switch (row) {
            case Row.Beginning _ -> "beginning";
            case Row.Day _ -> "day";
            case Row.NewLine _ -> "new";
            case Row.Event _ -> "event";
            case Row.Bubble(var entry, var first, var last) ->
                entry.seq() + (first ? " first" : "") + (last ? " last" : "");
        };
    }

    @Test
    void groupOneWritersMessagesWithinFiveMinutes() {
        assertThat(shape(null, text(1, A, NOON), text(2, A, NOON + 4 * MINUTE), text(3, A, NOON + 10 * MINUTE)))
                .containsExactly("day", "1 first", "2 last", "3 first last");
    }

    @Test
    void startAGroupWithAnotherWriter() {
        assertThat(shape(null, text(1, A, NOON), text(2, B, NOON), text(3, A, NOON)))
                .containsExactly("day", "1 first last", "2 first last", "3 first last");
    }

    @Test
    void putADayLineBeforeTheFirstMessageOfEachDayAndEndTheGroupThere() {
        long night = at(2026, 3, 3, 23, 59);
        assertThat(shape(null, text(1, A, night), text(2, A, night + 2 * MINUTE)))
                .containsExactly("day", "1 first last", "day", "2 first last");
    }

    @Test
    void putTheNewMessagesLineBeforeTheFirstUnreadOneAndEndTheGroupThere() {
        assertThat(shape(2L, text(1, A, NOON), text(2, A, NOON), text(3, A, NOON)))
                .containsExactly("day", "1 first last", "new", "2 first", "3 last");
    }

    @Test
    void partGroupsAtSystemMessages() {
        assertThat(shape(null, text(1, A, NOON), left(2, B, NOON), text(3, A, NOON)))
                .containsExactly("day", "1 first last", "event", "3 first last");
    }

    @Test
    void leaveTheFirstDayLineOutWhileOlderMessagesMayBelongToThatDay() {
        assertThat(Rows.of(List.of(text(7, A, NOON)), false, null, ZONE).stream()
                        .map(RowsTest::shape))
                .containsExactly("7 first last");
    }

    @Test
    void beginWithTheBeginningOnlyWhenNothingComesBefore() {
        assertThat(Rows.of(List.of(), true, null, ZONE)).containsExactly(new Row.Beginning());
        assertThat(Rows.of(List.of(), false, null, ZONE)).isEmpty();
    }

    @Test
    void keepTheirKeysWhenTheClockOfAWriterRunsBack() {
        List<Row> rows =
                Rows.of(List.of(text(1, A, NOON), text(2, A, NOON - 86_400_000), text(3, A, NOON)), true, null, ZONE);
        assertThat(rows.stream().map(Row::key)).doesNotHaveDuplicates();
    }
}
