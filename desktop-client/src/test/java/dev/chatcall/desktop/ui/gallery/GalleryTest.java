package dev.chatcall.desktop.ui.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shows every screen, and holds what must be so of each: whatever takes the keyboard says what it is, and no words are cut
 * off that one has to read whole. With {@code -Dgallery=all} it keeps pictures of all of them in every look under
 * {@code target/screens/gallery}, for somebody to look at.
 */
class GalleryTest extends Room {
    private static final boolean ALL = "all".equals(System.getProperty("gallery"));

    static Stream<Arguments> pictures() {
        List<Arguments> pictures = new ArrayList<>();
        for (Look look : ALL ? List.of(Look.values()) : List.of(Look.LIGHT, Look.NARROW_GERMAN)) {
            Stream.of(SignedOut.ALL, Panes.ALL, DialogsShown.ALL, SettingsPages.ALL, CallsShown.ALL)
                    .flatMap(List::stream)
                    .forEach(exhibit -> pictures.add(Arguments.of(exhibit, look)));
        }
        return pictures.stream();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("pictures")
    void isWhole(Exhibit exhibit, Look look) {
        look(look);
        exhibit.hang().accept(this);
        if (ALL) {
            keep("gallery/" + exhibit.name() + "." + look.name().toLowerCase(Locale.ROOT));
        }
        List<String> faults = onFx(() -> Faults.of(stage.getScene().getRoot()));
        assertThat(faults).isEmpty();
    }
}
