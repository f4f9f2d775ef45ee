package dev.chatcall.desktop.ui.people;

import dev.chatcall.protocol.account.Person;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finding names by a part of them. */
public final class Matches {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    private Matches() {}

    /** Whether a part of any of the texts is what was typed, case and accents aside. */
    public static boolean matches(String query, String... texts) {
        String wanted = folded(query.strip());
        return Stream.of(texts).anyMatch(text -> folded(text).contains(wanted));
    }

    /** Whether a person goes by that, as display name or user name. */
    public static boolean matches(String query, Person person) {
        return matches(query, person.displayName(), person.username());
    }

    private static String folded(String text) {
        String parted = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(parted).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
