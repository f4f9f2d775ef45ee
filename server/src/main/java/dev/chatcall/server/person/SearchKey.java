package dev.chatcall.server.person;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Folds what people are called and what others look for to the same letters, whatever their case and accents. */
public final class SearchKey {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** Letters that no decomposition takes apart. */
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'ŋ', "n"),
            Map.entry((int) 'ς', "σ"));

    private SearchKey() {}

    /** What is searched for somebody: a line for each of their names. */
    public static String of(String username, String displayName) {
        return fold(username) + "\n" + fold(displayName);
    }

    /** Lower case, without accents, with single spaces between words. */
    public static String fold(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(plain.length());
        // Lower case can bring marks of its own (İ), so they are taken away once more.
        MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD))
                .replaceAll("")
                .codePoints()
                .forEach(letter -> folded.append(LETTERS.getOrDefault(letter, Character.toString(letter))));
        return SPACES.matcher(folded).replaceAll(" ").strip();
    }
}
