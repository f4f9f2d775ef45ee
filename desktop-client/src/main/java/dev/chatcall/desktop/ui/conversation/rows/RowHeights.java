package dev.chatcall.desktop.ui.conversation.rows;

import dev.chatcall.protocol.message.MessageBody;

/** First guesses of heights in pixels, so that the scroll bar is about right before rows are measured. */
public final class RowHeights {
    private static final int LETTERS_A_LINE = 60;
    private static final int LINE = 22;

    private RowHeights() {}

    public static double estimate(Row row) {
        return switch (row) {
            case Row.Bubble(var entry, var first, var last) ->
                lines(entry.body() instanceof MessageBody.Text text ? text.text() : "") * LINE + 16 + (first ? 8 : 2);
            case Row.Beginning _ -> 180;
            case Row.Day _, Row.NewLine _, Row.Event _ -> 44;
        };
    }

    private static int lines(String text) {
        int lines = 0;
        int letters = 0;
        for (int at = 0; at < text.length(); at++) {
            letters++;
            if (text.charAt(at) == '\n' || letters == LETTERS_A_LINE) {
                lines++;
                letters = 0;
            }
        }
        return letters > 0 || lines == 0 ? lines + 1 : lines;
    }
}
