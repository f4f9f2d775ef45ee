package dev.chatcall.desktop.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.client.Notice;
import dev.chatcall.protocol.conversation.ConversationKind;
import dev.chatcall.protocol.conversation.Role;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessageBody;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoticesTest {
    private static final UUID ME = new UUID(0, 1);
    private static final UUID ANN = new UUID(0, 2);
    private static final Attention ELSEWHERE = new Attention(false, true);
    private static final DevicePreferences ALL = DevicePreferences.DEFAULTS;

    @Test
    void inFrontItIsAToastAndElsewhereTheSystemsMatter() {
        Notice here =
                notice(said(ANN), 0, false, new Attention(true, false), ALL).orElseThrow();
        assertTrue(here.toast() && !here.system() && here.sound());
        Notice away = notice(said(ANN), 0, false, ELSEWHERE, ALL).orElseThrow();
        assertTrue(away.system() && !away.toast());
    }

    @Test
    void whatIsOnScreenReadMutedOrOnesOwnStaysSilent() {
        assertEquals(Optional.empty(), notice(said(ANN), 0, false, new Attention(true, true), ALL));
        assertEquals(Optional.empty(), notice(said(ANN), 5, false, ELSEWHERE, ALL));
        assertEquals(Optional.empty(), notice(said(ANN), 0, true, ELSEWHERE, ALL));
        assertEquals(Optional.empty(), notice(said(ME), 0, false, ELSEWHERE, ALL));
    }

    @Test
    void whatOnlyTellsOfTheGroupStaysSilent() {
        Message told = new Message(ME, ME, 5, 5, ANN, 1, new MessageBody.GroupRenamed("New"));
        assertEquals(Optional.empty(), notice(told, 0, false, ELSEWHERE, ALL));
    }

    @Test
    void whoWishesNoNoticesGetsTheSoundAlone() {
        DevicePreferences quiet =
                new DevicePreferences(DevicePreferences.Theme.SYSTEM, null, true, false, false, true, true, 1);
        Notice notice = notice(said(ANN), 0, false, ELSEWHERE, quiet).orElseThrow();
        assertTrue(notice.sound());
        assertFalse(notice.system() || notice.toast() || notice.preview());
    }

    private static Message said(UUID sender) {
        return new Message(ME, ME, 5, 5, sender, 1, new MessageBody.Text("hello", List.of(ME)));
    }

    private static Optional<Notice> notice(
            Message message, long readSeq, boolean muted, Attention attention, DevicePreferences preferences) {
        ConversationView view = new ConversationView(
                message.conversationId(),
                ConversationKind.GROUP,
                "Group",
                null,
                0,
                null,
                Role.MEMBER,
                List.of(),
                5,
                null,
                0,
                readSeq,
                5 - readSeq,
                0,
                null,
                muted,
                false);
        return Notices.of(message, ME, null, view, attention, preferences);
    }
}
