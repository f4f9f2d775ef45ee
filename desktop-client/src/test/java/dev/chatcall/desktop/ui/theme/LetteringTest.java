package dev.chatcall.desktop.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.ui.FxTest;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.icon.Icon;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.TextFlow;
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
}
