package dev.chatcall.desktop.ui.conversation.composer;

import dev.chatcall.protocol.account.Person;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mentions in a text that is being written. */
final class Mentions {
    private static final int MOST_CANDIDATES = 6;
    private static final Pattern BEING = Pattern.compile("(?:^|[\\s(])@([\\p{L}\\p{N}._-]*)$");
    private static final Pattern NAMED = Pattern.compile("(?<![\\p{L}\\p{N}_.-])@([a-z0-9][a-z0-9._-]*)");
    private static final Pattern TAIL = Pattern.compile("[.-]+$");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Mentions() {}

    /** @param start where its at-sign is */
    record Being(int start, String query) {}

    /** What of the text before the caret is a mention being typed. */
    static Optional<Being> being(String text, int caret) {
        Matcher found = BEING.matcher(text.substring(0, Math.min(caret, text.length())));
        if (!found.find()) {
            return Optional.empty();
        }
        String query = found.group(1);
        return Optional.of(new Being(caret - query.length() - 1, query));
    }

    /** Who may be meant, those whose name begins with it first. */
    static List<Person> candidates(String query, List<Person> people) {
        String wanted = folded(query);
        String begins = query.toLowerCase(Locale.ROOT);
        return people.stream()
                .filter(person -> folded(person.username()).contains(wanted)
                        || folded(person.displayName()).contains(wanted))
                .sorted(Comparator.comparing(person -> !person.username().startsWith(begins)))
                .limit(MOST_CANDIDATES)
                .toList();
    }

    /** The ids of those members whom the text names as @username. */
    static List<UUID> mentioned(String text, List<Person> people) {
        Set<String> named = new HashSet<>();
        Matcher matcher = NAMED.matcher(text);
        while (matcher.find()) {
            // "@ada." at the end of a sentence is ada, unless somebody is called "ada.".
            named.add(matcher.group(1));
            named.add(TAIL.matcher(matcher.group(1)).replaceAll(""));
        }
        return people.stream()
                .filter(person -> named.contains(person.username()))
                .map(Person::id)
                .toList();
    }

    /** Without case and accents. */
    private static String folded(String text) {
        String parts = Normalizer.normalize(text.strip(), Normalizer.Form.NFKD);
        return MARKS.matcher(parts).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
