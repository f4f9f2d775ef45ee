package com.sun.javafx.font.freetype;

import com.sun.javafx.font.FontFallbackInfo;
import com.sun.javafx.font.FontResource;
import com.sun.javafx.font.FontStrike;
import com.sun.javafx.font.PGFont;
import com.sun.javafx.font.PrismFontFactory;
import com.sun.javafx.font.PrismFontFile;
import com.sun.javafx.text.GlyphLayout;
import com.sun.javafx.text.TextRun;
import java.lang.reflect.Field;

/**
 * Repairs how JavaFX 26 shapes text on Linux. To be taken away with the first JavaFX that does so itself.
 *
 * <ul>
 *   <li>When a line of Arabic breaks, it shapes the first part of the run again with the letters of the whole, kept from
 *       before, and then fails with an {@link ArrayIndexOutOfBoundsException} in the middle of a layout. Here nothing is
 *       kept from before.
 *   <li>Where a run from right to left needs several fonts, it puts their parts from left to right: the colon of "مسودة:"
 *       stands before the word. Here they are put in the order in which they are read.
 *   <li>A mark that only directs text, and has no sign of its own, it draws as a box. Here it is not drawn.
 * </ul>
 */
public final class RepairedFactory extends PrismFontFactory {
    private final FTFactory real;

    private RepairedFactory(FTFactory real) {
        this.real = real;
    }

    /**
     * Call it before anything else of JavaFX. Does nothing on other systems.
     *
     * @throws ReflectiveOperationException this is another JavaFX than the one that it was made for
     */
    public static void install() throws ReflectiveOperationException {
        if (PrismFontFactory.getFontFactory() instanceof FTFactory found) {
            Field factory = PrismFontFactory.class.getDeclaredField("theFontFactory");
            factory.setAccessible(true);
            factory.set(null, new RepairedFactory(found));
        }
    }

    @Override
    protected PrismFontFile createFontFile(
            String name, String filename, int index, boolean register, boolean embedded, boolean copy)
            throws Exception {
        return new FTFontFile(name, filename, index, register, embedded, copy);
    }

    @Override
    public GlyphLayout createGlyphLayout() {
        return new Layout();
    }

    @Override
    public boolean isLCDTextSupported() {
        return real.isLCDTextSupported();
    }

    @Override
    protected boolean registerEmbeddedFont(String path) {
        return real.registerEmbeddedFont(path);
    }

    @Override
    public FontFallbackInfo getFallbacks(FontResource primary) {
        return real.getFallbacks(primary);
    }

    private static final class Layout extends PangoGlyphLayout {
        @Override
        public void layout(TextRun run, PGFont font, FontStrike strike, char[] text) {
            // Forgets the letters of the run, which may have been split since.
            dispose();
            super.layout(run, font, strike, text);
            if (run.getGlyphCount() > 0) {
                VisualOrder.of(run).shape(run);
            }
        }
    }
}
