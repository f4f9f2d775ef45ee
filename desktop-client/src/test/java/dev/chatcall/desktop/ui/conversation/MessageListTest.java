package dev.chatcall.desktop.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chatcall.desktop.client.Delivery;
import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.ui.conversation.list.Place;
import dev.chatcall.desktop.ui.conversation.rows.Row;
import dev.chatcall.protocol.message.MessageBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class MessageListTest extends ConversationTest {
    /** Where the messages that are seen stand in the window, by what they are. */
    private Map<String, Double> seen() {
        var list = list();
        return onFx(() -> {
            Map<String, Double> seen = new HashMap<>();
            for (Place place : list.geometry().places()) {
                Row row = list.geometry().rows().get(place.index());
                if (row instanceof Row.Bubble && place.y() >= 0 && place.bottom() <= list.getHeight()) {
                    Bounds bounds = list.cellOf(row.key()).getBoundsInParent();
                    seen.put(row.key(), bounds.getMaxY());
                }
            }
            return seen;
        });
    }

    private String lastSeen() {
        var list = list();
        return onFx(() -> {
            Place last = list.geometry().places().getLast();
            return list.geometry().rows().get(last.index()).key();
        });
    }

    private double bottomOfLast() {
        var list = list();
        return onFx(() -> list.geometry().places().getLast().bottom() - list.getHeight());
    }

    private void scrollList(double pixels) {
        var list = list();
        onFx(() -> {
            list.scrollBy(pixels);
            return null;
        });
        waitForLayout();
    }

    private void waitForLayout() {
        var list = list();
        until(() -> !list.isNeedsLayout());
    }

    @Test
    void beginsAtTheEnd() {
        open();
        List<TimelineEntry> entries = chatter(200, 260);
        put(entries, true, false, null);
        waitForLayout();
        assertThat(lastSeen()).isEqualTo(entries.getLast().key());
        assertThat(bottomOfLast()).isEqualTo(0, within(0.5));
    }

    @Test
    void beginsAtTheNewMessagesLineWhenThereIsOne() {
        open();
        put(chatter(200, 260), true, false, 220L);
        waitForLayout();
        until(() -> says("New messages"));
        assertThat(seen()).containsKey(chatter(220, 220).getFirst().key());
        assertThat(named("Jump to the newest message", javafx.scene.control.Button.class))
                .isNotNull();
    }

    @Test
    void keepsWhatIsReadInPlaceWhenOlderMessagesCome() {
        open();
        put(chatter(200, 260), true, false, null);
        scrollList(-700);
        Map<String, Double> before = seen();
        assertThat(before).isNotEmpty();
        put(chatter(100, 260), true, false, null);
        waitForLayout();
        assertThat(seen()).containsAllEntriesOf(before);
    }

    @Test
    void keepsWhatIsReadInPlaceWhenAMessageComesWhileOneReadsAbove() {
        open();
        put(chatter(200, 260), true, false, null);
        scrollList(-700);
        Map<String, Double> before = seen();
        put(chatter(200, 261), true, false, null);
        waitForLayout();
        assertThat(seen()).containsAllEntriesOf(before);
    }

    @Test
    void followsNewMessagesAtTheEnd() {
        open();
        put(chatter(200, 260), true, false, null);
        waitForLayout();
        List<TimelineEntry> more = chatter(200, 263);
        put(more, true, false, null);
        waitForLayout();
        assertThat(lastSeen()).isEqualTo(more.getLast().key());
        assertThat(bottomOfLast()).isEqualTo(0, within(0.5));
    }

    @Test
    void asksForOlderMessagesBeforeTheBeginningComesIntoSight() {
        open();
        put(chatter(200, 260), true, false, null);
        waitForLayout();
        assertThat(client.asked("loadOlder")).isEmpty();
        clickOn(list());
        press(KeyCode.HOME).release(KeyCode.HOME);
        until(() -> !client.asked("loadOlder").isEmpty());
        assertThat(client.asked("loadOlder").getFirst().argument(0)).isEqualTo(id());
    }

    @Test
    void staysAtTheEndWhenTheWindowBecomesNarrower() {
        open();
        List<TimelineEntry> entries = chatter(200, 260);
        put(entries, true, false, null);
        waitForLayout();
        onFx(() -> {
            stage.setWidth(500);
            stage.setHeight(420);
            return null;
        });
        var list = list();
        until(() -> list.getWidth() <= 500 && !list.isNeedsLayout());
        assertThat(lastSeen()).isEqualTo(entries.getLast().key());
        assertThat(bottomOfLast()).isEqualTo(0, within(0.5));
    }

    @Test
    void marksReadWhatIsSeenWhileTheWindowIsInFront() {
        open();
        put(chatter(200, 260), true, false, null);
        until(() -> !client.asked("markRead").isEmpty());
        assertThat(client.asked("markRead").getLast().argument(1)).isEqualTo(260L);
    }

    @Test
    void drawsAFewCellsHoweverLongTheConversation() {
        open();
        put(chatter(1, 10_000), false, false, null);
        var list = list();
        for (int step = 0; step <= 20; step++) {
            double to = step / 20.0;
            onFx(() -> {
                list.scrollToFraction(to);
                list.layout();
                return null;
            });
        }
        int cells = onFx(() -> ((javafx.scene.Parent) list.lookup(".virtual-list-window"))
                .getChildrenUnmodifiable()
                .size());
        assertThat(cells).isBetween(5, 80);
    }

    @Test
    void offersToSendAgainWhatFailed() {
        open();
        List<TimelineEntry> entries = new ArrayList<>(chatter(200, 203));
        TimelineEntry failed = mine(204, "lost", Delivery.FAILED);
        entries.add(failed);
        put(entries, false, false, null);
        waitForLayout();
        clickOn(named("Send again", javafx.scene.control.Button.class));
        assertThat(client.asked("retry").getFirst().argument(1)).isEqualTo(failed.id());
    }

    @Test
    void showsWhereALinkLeadsBeforeItIsFollowed() {
        open();
        put(List.of(from(GRACE, 900, "[my bank](https://evil.example/)")), false, false, null);
        waitForLayout();
        clickOn("my bank");
        assertThat(opened).isEmpty();
        until(() -> says("https://evil.example/"));
        clickOn(named("Open", javafx.scene.control.Button.class));
        until(() -> opened.equals(List.of("https://evil.example/")));
    }

    @Test
    void saysInPlaceOfAMessageOfAnUnknownKindThatItNeedsANewerVersion() {
        open();
        put(
                List.of(
                        from(GRACE, 900, "before"),
                        event(GRACE, 901, new MessageBody.Unknown()),
                        from(GRACE, 902, "after")),
                false,
                false,
                null);
        waitForLayout();
        until(() -> says("This message needs a newer version. Update ChatCall."));
        until(() -> says("after"));
    }
}
