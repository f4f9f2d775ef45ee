package dev.chatcall.desktop.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/**
 * The fonts that come with the program: Inter, and behind it Noto Sans for Arabic and Chinese, which JavaFX turns to for
 * letters that Inter lacks because they are known before the first text is drawn.
 */
final class Fonts {
    private static final List<String> FILES = List.of(
            "Inter-Regular.ttf",
            "Inter-Italic.ttf",
            "Inter-Medium.ttf",
            "Inter-SemiBold.ttf",
            "NotoSansArabic-Regular.ttf",
            "NotoSansSC-Regular.ttf");

    private Fonts() {}

    static void load() {
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
                if (in != null) {
                    Font.loadFont(in, 15);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
