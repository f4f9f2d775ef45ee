package dev.chatcall.desktop.ui.widget;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text that runs from right to left into words. JavaFX 26 fails with an exception where it has to break a line within
 * one piece of such text; between two pieces it breaks lines rightly.
 */
public final class Unbroken {
    /** A word is cut after so many letters: a longer one may have to be broken where the window is narrow. */
    private static final int LONGEST = 20;

    private Unbroken() {}

    /** The pieces in order; text that runs from left to right alone stays as it is. */
    public static List<String> pieces(String text) {
        if (!anyRightToLeft(text)) {
            return List.of(text);
        }
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            boolean wordEnds = Character.isWhitespace(text.charAt(at))
                    && (at + 1 == text.length() || !Character.isWhitespace(text.charAt(at + 1)));
            boolean tooLong = at - from >= LONGEST && !Character.isHighSurrogate(text.charAt(at));
            if (wordEnds || tooLong) {
                pieces.add(text.substring(from, at + 1));
                from = at + 1;
            }
        }
        if (from < text.length()) {
            pieces.add(text.substring(from));
        }
        return pieces;
    }

    /** Whether any of it runs from right to left. */
    public static boolean anyRightToLeft(String text) {
        return text.codePoints().anyMatch(Unbroken::isRightToLeft);
    }

    /**
     * Whether a word holds letters that run from right to left and signs that another font has: JavaFX puts the parts of
     * such a word in the wrong order unless one font has them all.
     */
    public static boolean needsOneFont(String word) {
        return anyRightToLeft(word) && word.chars().anyMatch(letter -> letter > ' ' && letter < 0x300);
    }

    private static boolean isRightToLeft(int letter) {
        return switch (Character.getDirectionality(letter)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE -> true;
            default -> false;
        };
    }
}
