package dev.chatcall.desktop.ui.call.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chatcall.desktop.call.Tile;
import dev.chatcall.desktop.ui.Samples;
import dev.chatcall.desktop.ui.call.SampleCalls;
import dev.chatcall.protocol.account.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TileLayoutTest {
    private static final StageSize WIDE = new StageSize(1280, 720);
    private static final StageSize TALL = new StageSize(390, 844);
    private static final Person ADA = Samples.person("ada", "Ada");
    private static final Person BEN = Samples.person("ben", "Ben");
    private static final Person ME = Samples.person("me", "Me");
    private static final String ADAS = ADA.id().toString();
    private static final String BENS = BEN.id().toString();
    private static final String MINE = ME.id().toString();
    private static final List<Tile> THREE =
            List.of(SampleCalls.tile(ADA, null), SampleCalls.tile(BEN, null), SampleCalls.mine(ME, null));

    private static boolean overlap(Place a, Place b) {
        return a.x() < b.x() + b.width() - 0.5
                && b.x() < a.x() + a.width() - 0.5
                && a.y() < b.y() + b.height() - 0.5
                && b.y() < a.y() + a.height() - 0.5;
    }

    private static Place place(TileLayout layout, String id) {
        Place place = layout.places().get(id);
        assertThat(place).isNotNull();
        return place;
    }

    @Property(tries = 200)
    void theGridShowsEverybodyInOrderOfOneSizeBesideEachOtherAndWithinTheWidth(
            @ForAll @IntRange(min = 1, max = 50) int count,
            @ForAll @IntRange(min = 320, max = 2560) int width,
            @ForAll @IntRange(min = 400, max = 1440) int height) {
        List<Tile> tiles = SampleCalls.people(count);
        TileLayout layout = GridLayout.of(tiles, new StageSize(width, height));
        List<Place> shown = tiles.stream().map(tile -> place(layout, tile.id())).toList();
        for (int at = 0; at < count; at++) {
            Place one = shown.get(at);
            assertThat(one.width()).isCloseTo(shown.getFirst().width(), within(0.01));
            assertThat(one.x()).isNotNegative();
            assertThat(one.x() + one.width()).isLessThanOrEqualTo(width + 0.5);
            assertThat(one.y() + one.height()).isLessThanOrEqualTo(layout.height() + 0.5);
            for (int other = at + 1; other < count; other++) {
                Place next = shown.get(other);
                assertThat(overlap(one, next)).isFalse();
                assertThat(next.y() > one.y() || next.x() > one.x()).isTrue();
            }
        }
    }

    @Test
    void theGridKeepsTilesWideEnoughForAFaceAndScrollsInstead() {
        TileLayout layout = GridLayout.of(SampleCalls.people(50), WIDE);
        assertThat(place(layout, MINE).width()).isGreaterThanOrEqualTo(168);
        assertThat(layout.height()).isGreaterThan(WIDE.height());
    }

    @Test
    void betweenTwoTheOtherOneFillsEverythingWithOneselfInTheChosenCorner() {
        List<Tile> tiles = List.of(SampleCalls.tile(ADA, null), SampleCalls.mine(ME, null));
        TileLayout layout = SpeakerLayout.of(tiles, ADAS, Corner.TOP_START, WIDE);
        assertThat(place(layout, ADAS)).isEqualTo(new Place(0, 0, 1280, 720, Place.Role.MAIN));
        Place self = place(layout, MINE);
        assertThat(self.role()).isEqualTo(Place.Role.SELF);
        assertThat(self.x()).isLessThan(WIDE.width() / 2);
        assertThat(self.y()).isLessThan(WIDE.height() / 2);
    }

    @Test
    void aScreenIsNeverCoveredByTheStripAndHowManyFoundNoRoomIsSaid() {
        List<Tile> tiles = new ArrayList<>();
        Tile screen = SampleCalls.screen(ADA, null);
        tiles.add(screen);
        tiles.addAll(SampleCalls.people(20));
        for (StageSize stage : List.of(WIDE, TALL)) {
            TileLayout layout = SpeakerLayout.of(tiles, screen.id(), Corner.BOTTOM_END, stage);
            Place main = place(layout, screen.id());
            assertThat(main.role()).isEqualTo(Place.Role.MAIN);
            List<Place> strip = layout.places().values().stream()
                    .filter(each -> each.role() == Place.Role.STRIP)
                    .toList();
            assertThat(strip).isNotEmpty().noneMatch(each -> overlap(main, each));
            TileLayout.Rest rest = layout.rest();
            assertThat(rest).isNotNull();
            assertThat(rest.count()).isEqualTo(19 - strip.size());
        }
    }

    @Test
    void largeIsWhoSpeaksAndStaysSoUntilSomebodyElseDoes() {
        assertThat(SpeakerLayout.mainOf(THREE, List.of(BEN.id(), ADA.id()), null, null))
                .isEqualTo(BENS);
        assertThat(SpeakerLayout.mainOf(THREE, List.of(), null, BENS)).isEqualTo(BENS);
        assertThat(SpeakerLayout.mainOf(THREE, List.of(ADA.id()), null, BENS)).isEqualTo(ADAS);
    }

    @Test
    void largeIsNeverOneselfWhileOthersAreThere() {
        assertThat(SpeakerLayout.mainOf(THREE, List.of(ME.id()), null, null)).isEqualTo(ADAS);
        assertThat(SpeakerLayout.mainOf(List.of(SampleCalls.mine(ME, null)), List.of(ME.id()), null, null))
                .isEqualTo(MINE);
    }

    @Test
    void aScreenGoesBeforeWhoSpeaksAndWhoWasChosenBeforeBoth() {
        List<Tile> tiles = new ArrayList<>(THREE);
        tiles.addFirst(SampleCalls.screen(ADA, null));
        List<UUID> ben = List.of(BEN.id());
        assertThat(SpeakerLayout.mainOf(tiles, ben, null, null)).isEqualTo(ADAS + ":screen");
        assertThat(SpeakerLayout.mainOf(tiles, ben, BENS, null)).isEqualTo(BENS);
        assertThat(SpeakerLayout.mainOf(tiles, ben, "gone", null)).isEqualTo(ADAS + ":screen");
    }

    @Test
    void oneIsLargeBetweenTwoAndWithAScreenOtherwiseAllAreAlikeUnlessOneChose() {
        assertThat(Arrangement.of(SampleCalls.people(2), null)).isEqualTo(Arrangement.SPEAKER);
        assertThat(Arrangement.of(SampleCalls.people(3), null)).isEqualTo(Arrangement.GRID);
        List<Tile> shared = new ArrayList<>(THREE);
        shared.addFirst(SampleCalls.screen(ADA, null));
        assertThat(Arrangement.of(shared, null)).isEqualTo(Arrangement.SPEAKER);
        assertThat(Arrangement.of(SampleCalls.people(3), Arrangement.SPEAKER)).isEqualTo(Arrangement.SPEAKER);
        assertThat(Arrangement.of(SampleCalls.people(1), Arrangement.GRID)).isEqualTo(Arrangement.SPEAKER);
    }

    @Test
    void theOwnPictureGoesToTheCornerThatItIsDroppedNearestTo() {
        assertThat(Corner.nearest(10, 10, WIDE)).isEqualTo(Corner.TOP_START);
        assertThat(Corner.nearest(1200, 700, WIDE)).isEqualTo(Corner.BOTTOM_END);
    }

    @Test
    void theOwnPictureMovesTheWayTheArrowKeysPointInEitherDirectionOfText() {
        Corner from = Corner.BOTTOM_END;
        assertThat(from.moved(Corner.Arrow.UP, false)).isEqualTo(Corner.TOP_END);
        assertThat(from.moved(Corner.Arrow.LEFT, false)).isEqualTo(Corner.BOTTOM_START);
        assertThat(from.moved(Corner.Arrow.LEFT, true)).isEqualTo(Corner.BOTTOM_END);
        assertThat(from.moved(Corner.Arrow.RIGHT, true)).isEqualTo(Corner.BOTTOM_START);
    }
}
