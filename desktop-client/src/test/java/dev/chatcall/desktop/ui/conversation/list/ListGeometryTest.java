package dev.chatcall.desktop.ui.conversation.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ListGeometryTest {
    private static final double HEIGHT = 600;

    /** A list whose rows have heights that only measuring tells. */
    private static final class Screen implements RowKind<Screen.Line> {
        record Line(int key, double height) {}

        private final ListGeometry<Line> geometry = new ListGeometry<>(this);
        private final List<Integer> measured = new ArrayList<>();
        private double width = 400;

        Screen(List<Line> lines) {
            geometry.resize(width, HEIGHT);
            geometry.setRows(lines, true);
            place();
        }

        List<Place> place() {
            return geometry.place(index -> {
                Line line = geometry.rows().get(index);
                measured.add(line.key);
                return Math.ceil(line.height * 400 / width);
            });
        }

        void resize(double newWidth, double newHeight) {
            width = newWidth;
            geometry.resize(newWidth, newHeight);
            place();
        }

        void scroll(double pixels) {
            geometry.scrollBy(pixels);
            place();
        }

        void show(List<Line> lines, boolean follow) {
            geometry.setRows(lines, follow);
            place();
        }

        /** Where the rows that are seen stand, by key, to a thousandth of a pixel. */
        Map<Integer, Double> seen(double height) {
            Map<Integer, Double> seen = new HashMap<>();
            for (Place place : geometry.places()) {
                if (place.bottom() > 0 && place.y() < height) {
                    seen.put(geometry.rows().get(place.index()).key, Math.rint(place.y() * 1000) / 1000);
                }
            }
            return seen;
        }

        double bottom() {
            return geometry.places().getLast().bottom();
        }

        @Override
        public Object key(Line row) {
            return row.key;
        }

        @Override
        public double estimate(Line row) {
            return 40;
        }

        @Override
        public boolean steady(Line row) {
            return true;
        }
    }

    private static List<Screen.Line> lines(int from, int count, long seed) {
        Random random = new Random(seed);
        List<Screen.Line> lines = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            lines.add(new Screen.Line(from + at, 20 + random.nextInt(300)));
        }
        return lines;
    }

    private static List<Screen.Line> joined(List<Screen.Line> first, List<Screen.Line> second) {
        List<Screen.Line> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    @Provide
    Arbitrary<List<Double>> scrolls() {
        return Arbitraries.doubles().between(-900, 900).ofScale(0).list().ofMaxSize(30);
    }

    private static Screen scrolled(List<Screen.Line> lines, List<Double> scrolls) {
        Screen screen = new Screen(lines);
        scrolls.forEach(screen::scroll);
        return screen;
    }

    @Property(tries = 300)
    void fillsTheScreenWithoutGapsOrOverlaps(
            @ForAll @IntRange(min = 1, max = 200) int count,
            @ForAll long seed,
            @ForAll("scrolls") List<Double> scrolls) {
        Screen screen = scrolled(lines(0, count, seed), scrolls);
        List<Place> places = screen.geometry.places();
        for (int at = 1; at < places.size(); at++) {
            assertThat(places.get(at).index()).isEqualTo(places.get(at - 1).index() + 1);
            assertThat(places.get(at).y()).isEqualTo(places.get(at - 1).bottom(), within(1e-6));
        }
        double all =
                screen.geometry.rows().stream().mapToDouble(Screen.Line::height).sum();
        assertThat(screen.bottom()).isGreaterThanOrEqualTo(HEIGHT - 1e-6);
        if (all >= HEIGHT) {
            assertThat(places.getFirst().y()).isLessThanOrEqualTo(1e-6);
        } else {
            assertThat(screen.bottom()).isEqualTo(HEIGHT, within(1e-6));
        }
    }

    @Property(tries = 300)
    void keepsWhatIsReadInPlaceWhenOlderOnesCome(
            @ForAll @IntRange(min = 5, max = 100) int older,
            @ForAll long seed,
            @ForAll("scrolls") List<Double> scrolls) {
        List<Screen.Line> loaded = lines(1_000, 100, seed);
        Screen screen = scrolled(loaded, scrolls);
        Map<Integer, Double> before = screen.seen(HEIGHT);
        screen.show(joined(lines(0, older, seed + 1), loaded), true);
        assertThat(screen.seen(HEIGHT)).containsAllEntriesOf(before);
    }

    @Property(tries = 300)
    void keepsWhatIsReadInPlaceWhenNewerOnesComeAndOneIsNotAtTheEnd(
            @ForAll long seed, @ForAll @DoubleRange(min = 200, max = 9_000) double up) {
        List<Screen.Line> loaded = lines(0, 100, seed);
        Screen screen = scrolled(loaded, List.of(-up));
        Map<Integer, Double> before = screen.seen(HEIGHT);
        screen.show(joined(loaded, lines(1_000, 7, seed)), true);
        assertThat(screen.seen(HEIGHT)).containsAllEntriesOf(before);
    }

    @Property(tries = 100)
    void followsNewOnesAtTheEnd(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int more) {
        List<Screen.Line> loaded = lines(0, 50, seed);
        Screen screen = new Screen(loaded);
        screen.show(joined(loaded, lines(1_000, more, seed)), true);
        assertThat(screen.geometry.places().getLast().index()).isEqualTo(49 + more);
        assertThat(screen.bottom()).isEqualTo(HEIGHT, within(1e-6));
    }

    @Property(tries = 100)
    void isNotCarriedAlongByAPageThatFillsAGap(@ForAll long seed) {
        List<Screen.Line> loaded = lines(0, 50, seed);
        Screen screen = new Screen(loaded);
        Map<Integer, Double> before = screen.seen(HEIGHT);
        screen.show(joined(loaded, lines(1_000, 30, seed)), false);
        assertThat(screen.seen(HEIGHT)).containsAllEntriesOf(before);
    }

    @Property(tries = 200)
    void comesBackToTheSamePlaceAfterResizing(
            @ForAll long seed,
            @ForAll("scrolls") List<Double> scrolls,
            @ForAll @DoubleRange(min = 200, max = 1_200) double width,
            @ForAll @DoubleRange(min = 500, max = 900) double height) {
        Screen screen = scrolled(lines(0, 100, seed), scrolls);
        // Away from both ends, where nothing pushes.
        screen.geometry.scrollTo(50, 30);
        screen.place();
        Map<Integer, Double> before = screen.seen(HEIGHT);
        screen.resize(width, height);
        screen.resize(400, HEIGHT);
        assertThat(screen.seen(HEIGHT)).isEqualTo(before);
    }

    @Property(tries = 200)
    void staysAtTheEndWhenResized(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 200, max = 1_200) double width,
            @ForAll @DoubleRange(min = 100, max = 900) double height) {
        Screen screen = new Screen(lines(0, 60, seed));
        screen.resize(width, height);
        assertThat(screen.geometry.places().getLast().index()).isEqualTo(59);
        assertThat(screen.bottom()).isEqualTo(height, within(1e-6));
    }

    @Property(tries = 200)
    void scrollsByExactlyWhatIsAsked(@ForAll long seed, @ForAll @DoubleRange(min = -300, max = 300) double pixels) {
        Screen screen = new Screen(lines(0, 200, seed));
        screen.geometry.scrollTo(100, 0);
        screen.place();
        double before = screen.seen(HEIGHT).getOrDefault(100, 0.0);
        screen.scroll(pixels);
        Place row = screen.geometry.places().stream()
                .filter(place -> place.index() == 100)
                .findFirst()
                .orElse(null);
        if (row != null) {
            assertThat(row.y()).isEqualTo(before - pixels, within(1e-3));
        }
    }

    @Test
    void measuresOnlyWhatIsSeen() {
        Screen screen = new Screen(lines(0, 10_000, 1));
        assertThat(screen.measured).hasSizeLessThan(60);
        screen.geometry.scrollToFraction(0.5);
        screen.place();
        assertThat(screen.measured).hasSizeLessThan(120);
    }

    @Test
    void measuresARowOnceForAWidth() {
        Screen screen = new Screen(lines(0, 100, 1));
        for (int turn = 0; turn < 50; turn++) {
            screen.scroll(turn % 2 == 0 ? -250 : 250);
        }
        assertThat(screen.measured).doesNotHaveDuplicates();
    }

    @Test
    void reachesTheBeginningAndTheEndByTheScrollBar() {
        Screen screen = new Screen(lines(0, 1_000, 1));
        screen.geometry.scrollToFraction(0);
        screen.place();
        assertThat(screen.geometry.places().getFirst()).satisfies(first -> {
            assertThat(first.index()).isZero();
            assertThat(first.y()).isZero();
        });
        assertThat(screen.geometry.fraction()).isZero();
        screen.geometry.scrollToFraction(1);
        screen.place();
        assertThat(screen.bottom()).isEqualTo(HEIGHT, within(1e-6));
        assertThat(screen.geometry.fraction()).isEqualTo(1);
    }

    @Test
    void keepsTheTextOfARowThatLosesItsHead() {
        List<Screen.Line> loaded = lines(1_000, 100, 3);
        Screen screen = new Screen(loaded);
        screen.geometry.scrollTo(0, 0);
        screen.place();
        double bottom = screen.geometry.places().getFirst().bottom();
        List<Screen.Line> next = new ArrayList<>(loaded);
        next.set(0, new Screen.Line(1_000, loaded.getFirst().height - 18));
        screen.show(joined(lines(0, 50, 4), next), true);
        Place row = screen.geometry.places().stream()
                .filter(place -> place.index() == 50)
                .findFirst()
                .orElseThrow();
        assertThat(row.bottom()).isEqualTo(bottom, within(1e-6));
    }

    @Test
    void grownRowsAtTheEndStayInSight() {
        List<Screen.Line> loaded = lines(0, 50, 3);
        Screen screen = new Screen(loaded);
        List<Screen.Line> next = new ArrayList<>(loaded);
        next.set(49, new Screen.Line(49, loaded.getLast().height + 100));
        screen.show(next, true);
        assertThat(screen.bottom()).isEqualTo(HEIGHT, within(1e-6));
    }

    @Test
    void followsWhatComesInTwoPiecesBeforeTheFirstIsPlaced() {
        List<Screen.Line> loaded = lines(0, 50, 3);
        Screen screen = new Screen(loaded);
        List<Screen.Line> more = joined(loaded, lines(1_000, 1, 4));
        screen.geometry.setRows(more, true);
        screen.geometry.setRows(joined(more, lines(2_000, 1, 5)), true);
        screen.place();
        assertThat(screen.geometry.places().getLast().index()).isEqualTo(51);
        assertThat(screen.bottom()).isEqualTo(HEIGHT, within(1e-6));
    }

    @Test
    void scrollsFromTheEndAlsoBeforeItWasPlaced() {
        Screen screen = new Screen(List.of());
        List<Screen.Line> loaded = lines(0, 50, 3);
        screen.geometry.setRows(loaded, true);
        screen.geometry.scrollBy(-700);
        screen.place();
        double below = 0;
        for (int at = screen.geometry.places().getLast().index() + 1; at < 50; at++) {
            below += loaded.get(at).height;
        }
        assertThat(screen.bottom() + below).isEqualTo(HEIGHT + 700, within(1e-6));
    }

    @Test
    void tellsOfTheRowsThatAreSeenByTheirNewNumbersUntilTheyArePlaced() {
        List<Screen.Line> loaded = lines(1_000, 100, 3);
        Screen screen = scrolled(loaded, List.of(-900.0));
        Map<Integer, Double> before = screen.seen(HEIGHT);
        screen.geometry.setRows(joined(lines(0, 30, 4), loaded), true);
        assertThat(screen.seen(HEIGHT)).isEqualTo(before);
        screen.geometry.setRows(loaded.subList(0, 10), true);
        assertThat(screen.geometry.places())
                .allSatisfy(place -> assertThat(place.index()).isLessThan(10));
    }
}
