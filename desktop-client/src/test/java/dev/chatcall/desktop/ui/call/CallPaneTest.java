package dev.chatcall.desktop.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.call.CurrentCall.CallProblem;
import dev.chatcall.desktop.call.CurrentCall.DeviceProblem;
import dev.chatcall.desktop.call.CurrentCall.Ending;
import dev.chatcall.desktop.call.CurrentCall.SelfState;
import dev.chatcall.desktop.call.LinkQuality;
import dev.chatcall.desktop.call.MediaChoice;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Samples;
import dev.chatcall.desktop.ui.call.video.SampleVideo;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.call.QualityCause;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class CallPaneTest extends CallWorld {
    private static final SelfState MUTED = new SelfState(false, true, false, false, null, null);

    private void call(CurrentCall current) {
        showLayers();
        be(current);
        until(() -> has("Leave the call") && stage.getScene().getRoot().lookup(".tile") != null);
    }

    private void choose(String entry) {
        press("More");
        until(() -> lookup(entry).tryQuery().isPresent());
        clickOn(entry);
    }

    @Test
    void everythingOfTheBarDoesWhatItsNameSays() {
        call(direct());
        List.of("Mute", "Camera off", "Share the screen", "Raise hand", "Leave the call")
                .forEach(this::press);
        assertThat(asked("setMicrophone", "setCamera", "setScreen", "setHand", "leave"))
                .containsExactly("setMicrophone false", "setCamera false", "setScreen true", "setHand true", "leave");
    }

    @Test
    void mAndVSwitchAndTheSpaceBarLetsAMutedOneTalkWhileItIsHeld() {
        call(SampleCalls.with(direct(), MUTED));
        push(KeyCode.V);
        press(KeyCode.SPACE);
        until(() -> asked("setMicrophone").contains("setMicrophone true"));
        release(KeyCode.SPACE);
        until(() -> asked("setMicrophone").contains("setMicrophone false"));
        push(KeyCode.M);
        settle();
        assertThat(asked("setCamera", "setMicrophone"))
                .containsExactly("setCamera false", "setMicrophone true", "setMicrophone false", "setMicrophone true");
    }

    @Test
    void keysThatOneWritesWithDoNothingToTheCall() {
        call(direct());
        TextField field = new TextField();
        onFx(() -> {
            ((StackPane) stage.getScene().getRoot()).getChildren().add(field);
            field.requestFocus();
            return null;
        });
        until(field::isFocused);
        write("move v ");
        until(() -> field.getText().equals("move v "));
        assertThat(asked("setMicrophone", "setCamera")).isEmpty();
    }

    @Test
    void itGoesOnInTheCornerWhenOneGoesElsewhereAndComesBackFromThere() {
        call(direct());
        onFx(() -> {
            navigation.go(new Place.Contacts());
            return null;
        });
        until(() -> !has("Share the screen") && has("Back to the call"));
        press("Back to the call");
        until(() -> has("Share the screen"));
        push(KeyCode.ESCAPE);
        until(() -> has("Back to the call"));
        press("Leave the call");
        assertThat(asked("leave")).containsExactly("leave");
    }

    @Test
    void itDoesNotComeOverWhatOneReadsWhenItEndsInTheCorner() {
        call(direct());
        push(KeyCode.ESCAPE);
        until(() -> has("Back to the call"));
        be(SampleCalls.ended(direct(), new Ending(EndReason.FINISHED, 61_000, null)));
        until(() -> says("Call ended"));
        assertThat(has("Call again")).isFalse();
        press("Close");
        assertThat(asked("leave")).containsExactly("leave");
    }

    @Test
    void itTakesAlongWhoLooksAtItsConversationWhenItMovesToAGroup() {
        showLayers();
        onFx(() -> {
            navigation.go(new Place.Conversation(DIRECT.id()));
            return null;
        });
        be(direct());
        onFx(() -> {
            screens.stage().show();
            return null;
        });
        until(() -> has("Share the screen"));
        be(group());
        until(() -> new Place.Conversation(GROUP.id()).equals(navigation.place().getValue()));
        until(() -> has("Share the screen"));
        assertThat(screens.stage().state().get().minimised()).isFalse();
    }

    @Test
    void everyProblemHasASentence() {
        call(direct());
        CurrentCall now = direct();
        be(new CurrentCall(
                now.call(),
                now.phase(),
                now.route(),
                now.connectedAt(),
                now.tiles(),
                List.of(),
                now.self(),
                Map.of(),
                List.of(),
                CallProblem.MEDIA,
                null));
        until(() -> says("don't get through"));
        be(SampleCalls.with(direct(), new SelfState(false, false, false, false, DeviceProblem.MISSING, null)));
        until(() -> says("No microphone was found"));
    }

    @Test
    void theControlsHideAfterStillnessAndComeBackWithThePointerOrTheKeyboard() {
        call(direct());
        Node pane = lookup(".call-pane").query();
        moveTo(pane);
        until(() -> pane.getStyleClass().contains("still"));
        moveBy(40, 20);
        until(() -> !pane.getStyleClass().contains("still"));
        until(() -> pane.getStyleClass().contains("still"));
        push(KeyCode.TAB);
        until(() -> !pane.getStyleClass().contains("still"));
    }

    @Test
    void theOwnPictureIsMovedByDraggingAndByTheArrowKeys() {
        call(direct());
        Node self = named(texts.t("call.moveSelf"), Node.class);
        double right = onFx(self::getLayoutX);
        double low = onFx(self::getLayoutY);
        drag(self).dropTo(targetWindow(stage).point(stage).atOffset(-380, -200).query());
        until(() -> self.getLayoutX() < 40 && self.getLayoutY() < 100);
        onFx(() -> {
            self.requestFocus();
            return null;
        });
        push(KeyCode.RIGHT);
        push(KeyCode.DOWN);
        until(() -> self.getLayoutX() == right && self.getLayoutY() == low);
    }

    @Test
    void thoseWhoAreSeenAreToldHowWideTheyAreAndThoseWhoAreNotThatTheyAreNot() {
        call(group());
        String bens = BEN.id().toString();
        until(() -> client.asked("setTileSize").stream()
                .anyMatch(one -> one.argument(0).equals(bens) && (int) one.argument(1) > 100));
        onFx(() -> {
            screens.stage().minimise();
            return null;
        });
        until(() -> client.asked("setTileSize").stream()
                .anyMatch(one -> one.argument(0).equals(bens) && (int) one.argument(1) == 0));
    }

    @Test
    void aVideoIsWatchedWhileItIsShownAndItsColoursReachTheScreen() {
        SampleVideo video = new SampleVideo();
        CurrentCall current =
                SampleCalls.current(directCall(), SampleCalls.tile(BEN, video), SampleCalls.mine(ME, null));
        call(current);
        until(() -> video.watchers() == 1);
        int[] red = {81, 90, 240};
        video.give(SampleVideo.halves(64, 36, red, red), 0);
        until(() -> {
            int argb = stage.getScene().snapshot(null).getPixelReader().getArgb(300, 250);
            return (argb >> 16 & 0xff) > 240 && (argb & 0xff) < 16;
        });
        onFx(() -> {
            stage.hide();
            return null;
        });
        until(() -> video.watchers() == 0);
    }

    @Test
    void peopleAreAddedAndACallBetweenTwoBecomesAGroupNamedAfterItsPeople() {
        call(direct());
        choose("Add people");
        until(() -> dialogs.isOpen());
        clickOn(named("Choose Clara Silva", CheckBox.class));
        TextField name = named("Group name", TextField.class);
        until(() -> name.getText().contains("Clara Silva"));
        assertThat(onFx(() -> name.getText())).isEqualTo("Ben Okafor, Mira, Clara Silva");
        press("Call");
        until(() -> !client.asked("add").isEmpty());
        assertThat(client.asked("add").getFirst().arguments())
                .containsExactly(List.of(CLARA.id()), "Ben Okafor, Mira, Clara Silva");
        until(() -> !dialogs.isOpen());
    }

    @Test
    void itIsEndedForEverybodyOnlyAfterAQuestion() {
        call(group());
        choose("End for everybody");
        until(() -> dialogs.isOpen());
        assertThat(asked("endForAll")).isEmpty();
        press("End for everybody");
        until(() -> !asked("endForAll").isEmpty());
    }

    @Test
    void howGoodEachConnectionIsCanBeSeen() {
        call(SampleCalls.with(direct(), List.of(), Map.of(BEN.id(), SampleCalls.link(LinkQuality.Grade.POOR))));
        choose("Connection quality");
        for (String fact : List.of("48 ms", "1.2%", "1,240 kbit/s", "1280 × 720, 24 fps", "opus, VP8", "Relayed")) {
            until(() -> says(fact));
        }
        assertThat(says("Sends")).isFalse();
    }

    @Test
    void somebodyIsMadeLargeByTheButtonOfTheirTileAndAllAreAlikeAgainByTheMenu() {
        call(group());
        Node ben = named("Ben Okafor", TileView.class);
        double before = onFx(() -> ((TileView) ben).getWidth());
        moveTo(ben);
        press("Make Ben Okafor large");
        until(() -> ((TileView) ben).getWidth() > before * 1.5);
        choose("All alike");
        until(() -> Math.abs(((TileView) ben).getWidth() - before) < 1);
    }

    @Test
    void reactionsAreSentFromARowThatEscapeCloses() {
        call(direct());
        press("React");
        until(() -> has("React with 👍"));
        press("React with 👍");
        until(() -> !asked("react").isEmpty());
        push(KeyCode.ESCAPE);
        until(() -> !has("React with 👍"));
        assertThat(has("Share the screen")).isTrue();
    }

    @Test
    void itEndsWithHowLongItWasAndWhyItWasBadAndCanBeMadeAgain() {
        call(direct());
        be(SampleCalls.ended(direct(), new Ending(EndReason.FINISHED, 754_000, QualityCause.UPLINK)));
        until(() -> says("Call ended") && says("12:34") && says("your uplink lost data"));
        press("Call again");
        until(() -> !client.asked("start").isEmpty());
        assertThat(client.asked("start").getFirst().arguments())
                .containsExactly(DIRECT.id(), new MediaChoice(true, true));
        assertThat(asked("leave")).containsExactly("leave");
    }

    @Test
    void aBannerLeadsIntoACallThatGoesOnAndTheButtonsAskBeforeOneRings() {
        Samples.signIn(client, ME, BEN);
        client.state.conversations.set(List.of(DIRECT));
        show(given -> {
            screens = given;
            return new StackPane(new javafx.scene.layout.VBox(
                    new CallButtons(given, DIRECT.id()), new CallBanner(given, DIRECT.id())));
        });
        assertThat(has("Call")).isTrue();
        assertThat(says("Call in progress")).isFalse();
        client.runningCalls.set(List.of(directCall()));
        until(() -> says("You are in this call on another device"));
        press("Continue here");
        assertThat(screens.stage().state().get().preparing())
                .isEqualTo(new dev.chatcall.desktop.ui.CallStage.Preparation(
                        DIRECT.id(), true, directCall().id()));
        press("Call");
        assertThat(screens.stage().state().get().preparing())
                .isEqualTo(new dev.chatcall.desktop.ui.CallStage.Preparation(DIRECT.id(), false, null));
    }
}
