package dev.chatcall.desktop.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.call.CallPhase;
import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.call.CurrentCall.CallProblem;
import dev.chatcall.desktop.call.CurrentCall.Ending;
import dev.chatcall.desktop.call.CurrentCall.Reaction;
import dev.chatcall.desktop.call.LinkQuality;
import dev.chatcall.desktop.call.Tile;
import dev.chatcall.desktop.text.Language;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.CallStage.Preparation;
import dev.chatcall.desktop.ui.call.video.SampleVideo;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.call.QualityCause;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keeps what the call looks like, for somebody to look at, and checks that what matters is to be seen. */
class CallLooksTest extends CallWorld {
    private final SampleVideo blue = new SampleVideo();
    private final SampleVideo green = new SampleVideo();
    private final SampleVideo page = new SampleVideo();

    private void giveFrames() {
        until(() -> blue.watchers() + green.watchers() + page.watchers() > 0);
        blue.give(SampleVideo.halves(640, 360, new int[] {70, 150, 110}, new int[] {110, 140, 110}), 0);
        green.give(SampleVideo.halves(360, 640, new int[] {90, 110, 110}, new int[] {140, 118, 120}), 90);
        page.give(SampleVideo.halves(800, 600, new int[] {220, 128, 128}, new int[] {190, 128, 128}), 0);
        until(() -> stage.getScene().getRoot().lookupAll(".image-view").stream()
                .anyMatch(node -> node instanceof javafx.scene.image.ImageView view && view.getImage() != null));
    }

    private static Tile tile(Person person, SampleVideo video, boolean muted, boolean hand, boolean waiting) {
        return new Tile(person.id().toString(), person.id(), false, false, video, muted, hand, waiting);
    }

    private CurrentCall rich() {
        CurrentCall now = group();
        return new CurrentCall(
                now.call(),
                CallPhase.CONNECTED,
                now.route(),
                now.connectedAt(),
                List.of(
                        tile(BEN, blue, false, false, false),
                        tile(CLARA, null, true, true, false),
                        tile(DORA, green, false, true, false),
                        tile(EMRE, null, false, false, true),
                        SampleCalls.mine(ME, null)),
                List.of(BEN.id()),
                now.self(),
                Map.of(DORA.id(), SampleCalls.link(LinkQuality.Grade.POOR)),
                List.of(new Reaction(7, CLARA.id(), "🎉")),
                null,
                null);
    }

    @Test
    void somebodyRings() {
        showLayers();
        client.incomingCalls.set(List.of(ringing()));
        until(() -> says("Ben Okafor"));
        screenshot("call-incoming");
        assertThat(has("Ben Okafor is calling, Video call")).isTrue();
    }

    @Test
    void beforeACall() {
        showLayers();
        onFx(() -> {
            screens.stage().prepare(new Preparation(DIRECT.id(), true, null));
            return null;
        });
        until(() -> says("Test the speaker"));
        screenshot("call-preview");
    }

    @Test
    void betweenTwo() {
        showLayers();
        be(SampleCalls.current(directCall(), SampleCalls.tile(BEN, blue), SampleCalls.mine(ME, null)));
        giveFrames();
        screenshot("call-direct");
        until(() -> says("1:05"));
    }

    @Test
    void fiveAlike() {
        showLayers();
        be(rich());
        giveFrames();
        screenshot("call-grid");
        until(() -> says("Connection lost. They can come back."));
    }

    @Test
    void aScreenThatIsShared() {
        showLayers();
        CurrentCall now = rich();
        be(SampleCalls.current(
                now.call(),
                SampleCalls.screen(DORA, page),
                now.tiles().get(0),
                now.tiles().get(1),
                now.tiles().get(2),
                now.tiles().get(3),
                now.tiles().get(4)));
        giveFrames();
        screenshot("call-screen");
        until(() -> says("Screen of Dora Lindqvist"));
    }

    @Test
    void inTheCorner() {
        showLayers();
        be(SampleCalls.current(directCall(), SampleCalls.tile(BEN, blue), SampleCalls.mine(ME, null)));
        onFx(() -> {
            screens.stage().minimise();
            return null;
        });
        giveFrames();
        screenshot("call-corner");
        assertThat(has("Back to the call")).isTrue();
    }

    @Test
    void fromRightToLeft() {
        texts = Texts.of(Language.AR);
        showLayers();
        be(rich());
        giveFrames();
        screenshot("call-rtl");
        client.incomingCalls.set(List.of(ringing()));
        until(() -> says("Ben Okafor"));
        screenshot("call-incoming-rtl");
    }

    @Test
    void inANarrowWindow() {
        width = 390;
        height = 760;
        showLayers();
        CurrentCall now = direct();
        be(new CurrentCall(
                now.call(),
                now.phase(),
                now.route(),
                now.connectedAt(),
                List.of(SampleCalls.tile(BEN, blue), SampleCalls.mine(ME, null)),
                List.of(),
                now.self(),
                Map.of(),
                List.of(),
                CallProblem.LINE,
                null));
        giveFrames();
        screenshot("call-narrow");
        assertThat(has("Share the screen")).isFalse();
    }

    @Test
    void itEnded() {
        showLayers();
        be(SampleCalls.ended(direct(), new Ending(EndReason.FINISHED, 754_000, QualityCause.UPLINK)));
        until(() -> says("Call ended"));
        screenshot("call-ended");
    }
}
