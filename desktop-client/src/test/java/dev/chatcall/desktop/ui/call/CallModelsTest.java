package dev.chatcall.desktop.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.call.LinkQuality;
import dev.chatcall.desktop.call.Tile;
import dev.chatcall.desktop.text.Language;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.Samples;
import dev.chatcall.desktop.ui.call.layout.Arrangement;
import dev.chatcall.desktop.ui.call.layout.Place;
import dev.chatcall.desktop.ui.call.layout.StageSize;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.MediaState;
import dev.chatcall.protocol.call.ParticipantState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What of the call's screens needs no toolkit. */
class CallModelsTest {
    private static final Person ADA = Samples.person("ada", "Ada");
    private static final Person BEN = Samples.person("ben", "Ben");
    private static final Person CLARA = Samples.person("clara", "Clara");
    private static final Person ME = Samples.person("me", "Me");
    private static final Texts TEXTS = Texts.of(Language.EN);
    private static final UUID GROUP = Samples.id("group");

    private static List<Tile> up(Person... raised) {
        List<Tile> tiles = new ArrayList<>();
        for (Person person : List.of(ADA, BEN, CLARA)) {
            boolean hand = Arrays.asList(raised).contains(person);
            tiles.add(new Tile(person.id().toString(), person.id(), false, false, null, false, hand, false));
        }
        return tiles;
    }

    @Test
    void handsStandInTheOrderInWhichTheyWereRaisedAndWhoeverRaisesAgainComesLast() {
        Hands hands = new Hands();
        hands.update(up(CLARA));
        assertThat(hands.update(up(CLARA, ADA))).containsExactly(CLARA.id(), ADA.id());
        assertThat(hands.update(up(ADA, BEN))).containsExactly(ADA.id(), BEN.id());
        assertThat(hands.update(up(ADA, BEN, CLARA))).containsExactly(ADA.id(), BEN.id(), CLARA.id());
    }

    @Test
    void whoIsMadeLargeStaysSoAndIsLetGoOfByTheSameButton() {
        CallPaneModel model = new CallPaneModel();
        Call call = SampleCalls.call("call", GROUP, SampleCalls.joined(ME));
        CurrentCall current = SampleCalls.current(
                call, SampleCalls.tile(ADA, null), SampleCalls.tile(BEN, null), SampleCalls.mine(ME, null));
        StageSize stage = new StageSize(1000, 700);
        assertThat(model.arrangement(current.tiles())).isEqualTo(Arrangement.GRID);
        String bens = BEN.id().toString();
        model.pin(bens);
        CurrentCall adaSpeaks = SampleCalls.with(current, List.of(ADA.id()), java.util.Map.of());
        assertThat(model.layout(adaSpeaks, stage).places().get(bens))
                .extracting(Place::role)
                .isEqualTo(Place.Role.MAIN);
        model.pin(bens);
        assertThat(model.isPinned(bens)).isFalse();
        assertThat(model.arrangement(current.tiles())).isEqualTo(Arrangement.SPEAKER);
        model.choose(Arrangement.GRID);
        assertThat(model.arrangement(current.tiles())).isEqualTo(Arrangement.GRID);
    }

    @Test
    void whoCameWentDeclinedAndRaisedAHandIsSaid() {
        CallNews news =
                new CallNews(TEXTS, ME.id(), id -> id.equals(BEN.id()) ? "Ben" : id.equals(ADA.id()) ? "Ada" : "Clara");
        MediaState hand = new MediaState(true, false, false, true);
        Call before = SampleCalls.call(
                "call",
                GROUP,
                SampleCalls.joined(ME),
                SampleCalls.joined(BEN),
                SampleCalls.participant(ADA, ParticipantState.RINGING, MediaState.NONE));
        Call after = SampleCalls.call(
                "call",
                GROUP,
                SampleCalls.participant(ME, ParticipantState.JOINED, hand),
                SampleCalls.participant(BEN, ParticipantState.JOINED, hand),
                SampleCalls.participant(ADA, ParticipantState.DECLINED, MediaState.NONE),
                SampleCalls.joined(CLARA));
        assertThat(news.between(before, after)).containsExactly("Ben raised a hand.", "Ada declined.", "Clara joined.");
        assertThat(news.between(after, before)).isEmpty();
        Call left =
                SampleCalls.call("call", GROUP, SampleCalls.participant(BEN, ParticipantState.LEFT, MediaState.NONE));
        assertThat(news.between(after, left)).containsExactly("Ben left.");
    }

    @Test
    void whatIsMeasuredIsToldAndWhatIsNotKnownIsLeftOut() {
        List<LinkFacts.Fact> facts = new LinkFacts(TEXTS).of(SampleCalls.link(LinkQuality.Grade.POOR), null);
        assertThat(facts)
                .extracting(LinkFacts.Fact::value)
                .containsExactly("48 ms", "1.2%", "1,240 kbit/s", "1280 × 720, 24 fps", "opus, VP8");
        assertThat(facts).extracting(LinkFacts.Fact::name).doesNotContain(TEXTS.t("call.sends"));
    }

    @Test
    void aNameThatIsTooLongForAGroupIsShortenedAndNotInTheMiddleOfALetter() {
        String letters = "😀".repeat(81);
        String name = AddPeoplePane.shortened(letters);
        assertThat(name.codePointCount(0, name.length())).isEqualTo(80);
        assertThat(name).endsWith("😀…");
        assertThat(AddPeoplePane.shortened("Ada, Ben")).isEqualTo("Ada, Ben");
    }

    @Test
    void aRingIsHeardForAWhileAndThenSilentUntilItComesAgain() {
        byte[] samples = Tone.RING.samples();
        assertThat(samples).hasSize(3 * Tone.RATE * 2);
        assertThat(loudest(samples, 0, Tone.RATE)).isBetween(2_000, Short.MAX_VALUE - 1);
        assertThat(loudest(samples, 2 * Tone.RATE, 3 * Tone.RATE)).isZero();
    }

    private static int loudest(byte[] samples, int from, int to) {
        int loudest = 0;
        for (int at = from; at < to; at++) {
            int value = (short) ((samples[2 * at + 1] << 8) | (samples[2 * at] & 0xff));
            loudest = Math.max(loudest, Math.abs(value));
        }
        return loudest;
    }
}
