package dev.chatcall.desktop.ui.conversation.rows;

/** Which way a text is written, by its first letter that has a direction. */
public final class Direction {
    private Direction() {}

    /** Whether it is written from right to left; {@code otherwise} where no letter tells. */
    public static boolean rightToLeft(String text, boolean otherwise) {
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            switch (Character.getDirectionality(letter)) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                    return false;
                }
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    return true;
                }
                default -> at += Character.charCount(letter);
            }
        }
        return otherwise;
    }
}
