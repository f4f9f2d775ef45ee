package dev.chatcall.desktop.notice;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.client.Notice;
import dev.chatcall.desktop.sync.EntryChange;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessageBody;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a message asks for attention, and how: pure rules. */
public final class Notices {
    private Notices() {}

    /**
     * Empty: it asks for none. One's own messages, what only tells of the group, what is on screen in front and what is
     * muted stay silent; a mention changes nothing about that.
     */
    public static Optional<Notice> of(
            Message message,
            UUID me,
            @Nullable Person sender,
            ConversationView conversation,
            Attention attention,
            DevicePreferences preferences) {
        if (message.senderId().equals(me) || !(message.body() instanceof MessageBody.Text)) {
            return Optional.empty();
        }
        boolean seen = (attention.inFront() && attention.shown()) || message.seq() <= conversation.readSeq();
        boolean toast = attention.inFront();
        boolean system = !attention.inFront() && preferences.notifications();
        boolean sound = preferences.sound();
        if (conversation.muted() || seen || !(toast || system || sound)) {
            return Optional.empty();
        }
        return Optional.of(new Notice(
                message,
                sender,
                conversation,
                EntryChange.mentions(message, me),
                toast,
                system,
                preferences.notificationPreview(),
                sound));
    }
}
