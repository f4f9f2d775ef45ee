package dev.chatcall.desktop.ui.widget;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colours and letters that stand for a person or group. */
public final class Tones {
    /** How many colours people are told apart by; the tokens have as many. */
    private static final int TONES = 10;

    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]\\p{M}*");

    private Tones() {}

    /** The colour of a person or group, 0 to 9: always the same for the same id (FNV-1a over its characters). */
    public static int toneOf(String id) {
        int hash = 0x811c9dc5;
        for (int at = 0; at < id.length(); at++) {
            hash = (hash ^ id.charAt(at)) * 0x01000193;
        }
        return Integer.remainderUnsigned(hash, TONES);
    }

    /** One or two letters that stand for a name: "Ada Lovelace" gives "AL". */
    public static String initialsOf(String name) {
        String[] words = name.strip().split("\\s+");
        String last = words.length > 1 ? firstLetter(words[words.length - 1]) : "";
        String initials = (firstLetter(words[0]) + last).toUpperCase(Locale.getDefault());
        return initials.isEmpty() ? "?" : initials;
    }

    private static String firstLetter(String word) {
        Matcher letter = LETTER.matcher(word);
        if (letter.find()) {
            return letter.group();
        }
        return word.isEmpty() ? "" : Character.toString(word.codePointAt(0));
    }
}
