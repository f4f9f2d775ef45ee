package dev.chatcall.desktop.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.call.CallNotice;
import dev.chatcall.desktop.call.CurrentCall.DeviceProblem;
import dev.chatcall.desktop.call.MediaChoice;
import dev.chatcall.desktop.call.Preview;
import dev.chatcall.desktop.ui.CallStage.Preparation;
import dev.chatcall.desktop.ui.FakeClient;
import dev.chatcall.desktop.ui.Place;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class RingTest extends CallWorld {
    private void ring() {
        showLayers();
        onFx(() -> {
            stage.setTitle("ChatCall");
            return null;
        });
        client.incomingCalls.set(List.of(ringing()));
        until(() -> says("Ben Okafor"));
    }

    private Object choiceOf(String action) {
        List<FakeClient.Asked> asked = client.asked(action);
        assertThat(asked).isNotEmpty();
        return asked.getLast().argument(1);
    }

    @Test
    void whoItIsAndHowStandsOnACardAndTheTitleTellsItToo() {
        ring();
        until(() -> says("Video call"));
        assertThat(onFx(() -> stage.getTitle())).isEqualTo("Ben Okafor is calling");
        client.incomingCalls.set(List.of());
        until(() -> !says("Ben Okafor"));
        assertThat(onFx(() -> stage.getTitle())).isEqualTo("ChatCall");
    }

    @Test
    void itIsAnsweredWithSoundAloneOrWithTheCameraAndLeadsToTheConversation() {
        ring();
        press("Accept");
        assertThat(choiceOf("join")).isEqualTo(new MediaChoice(true, false));
        assertThat(onFx(() -> navigation.place().getValue())).isEqualTo(new Place.Conversation(DIRECT.id()));
        press("With video");
        assertThat(choiceOf("join")).isEqualTo(new MediaChoice(true, true));
    }

    @Test
    void itIsDeclinedByItsButtonAndByNoKey() {
        ring();
        until(() -> stage.getScene().getFocusOwner() != null
                && stage.getScene().getFocusOwner().getStyleClass().contains("ring-card"));
        push(KeyCode.ESCAPE);
        push(KeyCode.ENTER);
        push(KeyCode.SPACE);
        assertThat(asked("decline", "join")).isEmpty();
        until(() -> says("Ben Okafor"));
        press("Decline");
        assertThat(asked("decline")).containsExactly("decline " + ringing().id());
    }

    @Test
    void theTabKeyGoesRoundItsButtonsAndNowhereElse() {
        ring();
        Button decline = named("Decline", Button.class);
        Button video = named("With video", Button.class);
        until(() -> stage.getScene().getFocusOwner() != null);
        push(KeyCode.TAB);
        until(decline::isFocused);
        push(KeyCode.TAB);
        push(KeyCode.TAB);
        until(video::isFocused);
        push(KeyCode.TAB);
        until(decline::isFocused);
        push(KeyCode.ENTER);
        until(() -> !asked("decline").isEmpty());
    }

    @Test
    void aDialogThatIsOpenLeavesTheKeyboardToWhoRings() {
        showLayers();
        onFx(() -> {
            dialogs.confirm("Leave the group?", "You can be added again.", "Leave", true, () -> {});
            return null;
        });
        client.incomingCalls.set(List.of(ringing()));
        until(() -> stage.getScene().getFocusOwner() != null
                && stage.getScene().getFocusOwner().getStyleClass().contains("ring-card"));
        client.incomingCalls.set(List.of());
        until(() -> !says("Ben Okafor"));
        assertThat(dialogs.isOpen()).isTrue();
    }

    @Test
    void whatHappenedElsewhereIsToldOnce() {
        showLayers();
        client.tell(new CallNotice.AnsweredElsewhere(ringing().id()));
        until(() -> says("Answered on another device"));
        client.tell(new CallNotice.DeclinedElsewhere(ringing().id()));
        until(() -> says("Declined on another device"));
        client.tell(new CallNotice.Missed(groupCall()));
        until(() -> says("Missed video call"));
        client.tell(new CallNotice.DeviceLost(CallNotice.DeviceKind.MICROPHONE, "Desk microphone"));
        until(() -> says("Now in use: Desk microphone"));
    }

    @Test
    void aNewDeviceIsUsedByPressingOnWhatIsToldOfIt() {
        showLayers();
        client.tell(new CallNotice.DeviceAdded(CallNotice.DeviceKind.MICROPHONE, "Headset"));
        until(() -> says("New microphone: Headset"));
        clickOn("New microphone: Headset");
        until(() -> !client.asked("choose").isEmpty());
        assertThat(client.asked("choose").getFirst().argument(0).toString()).contains("microphoneId=m2");
    }

    private void prepare() {
        showLayers();
        onFx(() -> {
            new CallStarts(screens).start(DIRECT.id(), true);
            return null;
        });
        until(() -> says("Call Ben Okafor"));
    }

    @Test
    void beforeACallOneSeesOneselfThenRingsWithWhatOneChose() {
        prepare();
        press("Camera off");
        press("Test the speaker");
        press("Call");
        assertThat(choiceOf("start")).isEqualTo(new MediaChoice(true, false));
        until(() -> previewAsked.contains("close"));
        assertThat(previewAsked).contains("testSpeaker", "set MediaChoice[microphone=true, camera=false]");
        assertThat(dialogs.isOpen()).isFalse();
        assertThat(screens.stage().state().get().preparing()).isNull();
    }

    @Test
    void whatIsDeniedIsToldWithWhatToDoAboutIt() {
        prepare();
        previewState.set(new Preview.State(new MediaChoice(true, true), null, 0, null, DeviceProblem.DENIED));
        until(() -> says("privacy settings"));
    }

    @Test
    void whoDoesNotWantThePreviewIsNotAskedAgain() {
        prepare();
        clickOn(named("Don't show this again", CheckBox.class));
        until(() -> !client.state.preferences.get().callPreview());
        push(KeyCode.ESCAPE);
        until(() -> !dialogs.isOpen());
        onFx(() -> {
            new CallStarts(screens).start(DIRECT.id(), true);
            return null;
        });
        assertThat(choiceOf("start")).isEqualTo(new MediaChoice(true, true));
        assertThat(dialogs.isOpen()).isFalse();
    }

    @Test
    void thePreviewIsOverWhenTheOtherOneRingsFirst() {
        showLayers();
        onFx(() -> {
            screens.stage().prepare(new Preparation(DIRECT.id(), true, null));
            return null;
        });
        until(() -> dialogs.isOpen());
        client.incomingCalls.set(List.of(ringing()));
        until(() -> !dialogs.isOpen() && has("Ben Okafor is calling, Video call"));
    }
}
