package dev.chatcall.desktop.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.ui.Samples;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class ComposerTest extends ConversationTest {
    private String text() {
        TextArea input = input();
        return onFx(input::getText);
    }

    private void writeInto(String text) {
        clickOn(input());
        write(text);
    }

    @Test
    void enterSends() {
        open();
        writeInto("hello");
        push(KeyCode.ENTER);
        until(() -> !client.asked("sendText").isEmpty());
        assertThat(client.asked("sendText").getFirst().arguments()).containsExactly(id(), "hello", List.of());
        assertThat(text()).isEmpty();
        assertThat(client.asked("jumpToNewest")).isNotEmpty();
    }

    @Test
    void shiftEnterBeginsANewLine() {
        open();
        writeInto("one");
        push(KeyCode.SHIFT, KeyCode.ENTER);
        write("two");
        assertThat(text()).isEqualTo("one\ntwo");
        assertThat(client.asked("sendText")).isEmpty();
    }

    @Test
    void enterBeginsANewLineWhereOneChoseSo() {
        client.state.preferences.set(
                new DevicePreferences(DevicePreferences.Theme.SYSTEM, null, true, true, true, false, true, 1));
        open();
        writeInto("one");
        push(KeyCode.ENTER);
        write("two");
        assertThat(text()).isEqualTo("one\ntwo");
        push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until(() -> !client.asked("sendText").isEmpty());
    }

    @Test
    void keepsTheDraftAndTellsThatOneTypes() {
        open();
        writeInto("so far");
        assertThat(client.state.draft(id()).get()).isEqualTo("so far");
        assertThat(client.asked("setTyping").getLast().argument(1)).isEqualTo(true);
    }

    @Test
    void beginsWithTheDraft() {
        Samples.signIn(client, ADA, GRACE);
        client.state.draft(id()).set("from yesterday");
        open();
        assertThat(text()).isEqualTo("from yesterday");
    }

    @Test
    void keepsWhatOneWroteWhenAnOlderDraftComesBack() {
        open();
        TextArea input = input();
        onFx(() -> {
            input.setText("one and two");
            return null;
        });
        client.state.draft(id()).set("one");
        settle();
        assertThat(text()).isEqualTo("one and two");
    }

    @Test
    void sendsNothingThatIsEmptyOrTooLong() {
        open();
        Button send = named("Send", Button.class);
        assertThat(onFx(send::isDisabled)).isTrue();
        TextArea input = input();
        onFx(() -> {
            input.setText("x".repeat(8_001));
            return null;
        });
        assertThat(onFx(send::isDisabled)).isTrue();
        until(() -> says("1 character too long"));
    }

    @Test
    void growsWithItsText() {
        open();
        TextArea input = input();
        double one = onFx(input::getHeight);
        onFx(() -> {
            input.setText("a\nb\nc\nd");
            return null;
        });
        until(() -> input.getHeight() > one + 50);
        onFx(() -> {
            input.setText("a\n".repeat(40));
            return null;
        });
        until(() -> input.getHeight() > 200);
        assertThat(onFx(input::getHeight)).isLessThan(260);
    }

    @Test
    void completesWhomOneMentions() {
        conversation = Samples.group("Engines", ADA, List.of(GRACE, ALAN), "hello");
        open();
        writeInto("hi @gr");
        until(() -> says("Grace Hopper"));
        push(KeyCode.ENTER);
        assertThat(text()).isEqualTo("hi @grace ");
        push(KeyCode.ENTER);
        until(() -> !client.asked("sendText").isEmpty());
        assertThat(client.asked("sendText").getFirst().argument(2)).isEqualTo(List.of(GRACE.id()));
    }

    @Test
    void saysWhoIsTyping() {
        open();
        client.state.typing(id()).set(List.of(GRACE.id()));
        settle();
        until(() -> says("Grace Hopper is typing…"));
    }
}
