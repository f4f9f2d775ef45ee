package dev.chatcall.desktop.ui.conversation;

import dev.chatcall.desktop.client.Delivery;
import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.text.Language;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.Samples;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.message.MessageBody;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything that a message can be, in pictures under target/screens. */
class ConversationLooksTest extends ConversationTest {
    private List<TimelineEntry> everything() {
        List<TimelineEntry> all = new ArrayList<>();
        all.add(event(ADA, 1, new MessageBody.GroupCreated("Engines")));
        all.add(event(ADA, 2, new MessageBody.MembersAdded(List.of(GRACE.id(), ALAN.id()))));
        all.add(from(GRACE, 900, "Good morning. Has anybody read the notes on the **analytical engine**?"));
        all.add(from(GRACE, 901, "They are *long*, with `inline code` in them, and see https://example.org/notes."));
        all.add(mine(910, "Yes", Delivery.READ));
        all.add(mine(
                911,
                "Here is what I make of it:\n\n- it weaves patterns\n- it needs *programs*\n\n1. first\n2. second",
                Delivery.DELIVERED));
        all.add(mentioning(ALAN, 920, "@ada that is right, @grace should look, too", ADA, GRACE));
        all.add(from(ALAN, 921, "> what does it weave?\n\nalgebraic patterns"));
        all.add(from(ALAN, 922, "```\nfor (int at = 0; at < 10; at++) {\n    weave(at);\n}\n```"));
        all.add(from(GRACE, 930, "👍🎉"));
        all.add(from(
                GRACE,
                931,
                "Well done 🚀 everybody, that is a long line which must be broken because it does not fit"));
        all.add(call(ADA, 940, EndReason.FINISHED, false));
        all.add(call(GRACE, 941, EndReason.MISSED, true));
        all.add(from(GRACE, 942, "مرحبا، كيف حالك اليوم؟ هذا سطر أطول قليلا"));
        all.add(from(GRACE, 943, "你好，世界"));
        all.add(mine(950, "On its way", Delivery.QUEUED));
        TimelineEntry failed = mine(951, "This one was not sent", Delivery.FAILED);
        all.add(new TimelineEntry(
                id(),
                failed.id(),
                null,
                ADA.id(),
                failed.sentAt(),
                failed.body(),
                Delivery.FAILED,
                "conversation.forbidden"));
        return all;
    }

    private void shoot(String name) {
        conversation = Samples.group("Engines", ADA, List.of(GRACE, ALAN), "hello");
        height = 780;
        open();
        client.state.typing(id()).set(List.of(GRACE.id()));
        client.state.draft(id()).set("A draft");
        put(everything(), false, false, 942L);
        var list = list();
        onFx(() -> {
            list.scrollToEnd();
            return null;
        });
        until(() -> !list.isNeedsLayout());
        screenshot("conversation-" + name);
        until(() -> says("Alan Turing"));
        onFx(() -> {
            list.scrollToFraction(0);
            return null;
        });
        screenshot("conversation-" + name + "-top");
    }

    @Test
    void light() {
        shoot("light");
    }

    @Test
    void dark() {
        look = DevicePreferences.Theme.DARK;
        shoot("dark");
    }

    @Test
    void rightToLeft() {
        texts = Texts.of(Language.AR);
        shoot("rtl");
    }

    @Test
    void narrow() {
        width = 360;
        shoot("narrow");
    }
}
