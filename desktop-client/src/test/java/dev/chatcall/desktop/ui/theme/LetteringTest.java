package dev.chatcall.desktop.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.text.Language;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.FxTest;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.icon.Icon;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.TextFlow;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LetteringTest extends FxTest {
    @Test
    void latinArabicAndChineseAreLettersAndEmojiArePictures() {
        look = DevicePreferences.Theme.DARK;
        VBox box = show(screens -> {
            TextFlow flow = new TextFlow();
            flow.getChildren().addAll(screens.emojis().nodes("Hi 👋🏽 👩‍👩‍👧 ❤️ © 5️⃣ ok 🇩🇪", 15));
            FlowPane icons = new FlowPane(8, 8);
            for (Icon icon : Icon.values()) {
                icons.getChildren().add(icon.at(24));
            }
            return new VBox(
                    12,
                    new Label("Hello Grüße مرحبا بالعالم 你好世界 繁體 こんにちは 안녕 שלום Привет"),
                    new TextField("مرحبا 你好"),
                    flow,
                    new PushButton(PushButton.Look.PRIMARY, "Primary", () -> {}),
                    new PushButton(PushButton.Look.QUIET, "Quiet", () -> {}),
                    icons);
        });
        screenshot("lettering");
        assertThat(Font.getFamilies()).contains("Inter", "Noto Sans Arabic", "Noto Sans SC");
        assertThat(onFx(() -> box.lookupAll(".emoji").size())).isEqualTo(5);
        assertThat(onFx(() -> ((ImageView) box.lookup(".emoji")).getAccessibleText()))
                .isEqualTo("👋🏽");
    }

    @Test
    void arabicBreaksIntoLines() {
        Label text = new Label("مرحبا بالعالم هذا نص طويل عبر الشبكة");
        text.setWrapText(true);
        text.setMaxWidth(90);
        show(screens -> new VBox(text));
        assertThat(onFx(text::getHeight)).isGreaterThan(50);
    }

    /** The colon is of another font than the word: it belongs to its left, where one has read the word. */
    @Test
    void aColonFollowsItsArabicWord() {
        texts = Texts.of(Language.AR);
        Label text = new Label("مسودة:");
        text.setStyle("-fx-font-size: 40px; -fx-background-color: white; -fx-text-fill: black; -fx-padding: 0 4px;");
        width = 200;
        height = 80;
        VBox white = show(screens -> new VBox(text));
        onFx(() -> {
            white.setStyle("-fx-background-color: white;");
            return null;
        });
        // As the window shows it: what runs from right to left is mirrored twice on its way there.
        BufferedImage drawn = picture(onFx(() -> stage.getScene().snapshot(null)));
        List<Integer> widths = inkFromTheLeft(drawn);
        assertThat(widths.getFirst())
                .as("of what stands leftmost, of %s", widths)
                .isLessThan(10);
        assertThat(widths.getLast()).isGreaterThan(20);
    }

    /** How wide each piece is that touches no other, in pixels. */
    private static List<Integer> inkFromTheLeft(BufferedImage drawn) {
        List<Integer> widths = new ArrayList<>();
        int width = 0;
        for (int x = 0; x <= drawn.getWidth(); x++) {
            if (x < drawn.getWidth() && hasInk(drawn, x)) {
                width++;
            } else if (width > 0) {
                widths.add(width);
                width = 0;
            }
        }
        return widths;
    }

    private static boolean hasInk(BufferedImage drawn, int x) {
        return IntStream.range(0, drawn.getHeight()).anyMatch(y -> (drawn.getRGB(x, y) & 0xff) < 128);
    }

    @Test
    void marksThatOnlyDirectTextAreNotDrawn() {
        Label plain = new Label("28/02");
        Label marked = new Label("\u200f28\u200f/02");
        for (Label label : List.of(plain, marked)) {
            label.setStyle("-fx-background-color: white; -fx-text-fill: black;");
        }
        show(screens -> new VBox(plain, marked));
        assertThat(ink(marked)).isCloseTo(ink(plain), Offset.offset(6L));
    }

    private static long ink(Label label) {
        BufferedImage drawn = picture(onFx(() -> label.snapshot(null, null)));
        return IntStream.range(0, drawn.getWidth() * drawn.getHeight())
                .filter(at -> (drawn.getRGB(at % drawn.getWidth(), at / drawn.getWidth()) & 0xff) < 128)
                .count();
    }
}
