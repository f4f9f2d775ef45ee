package dev.chatcall.desktop.ui.conversation.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds bare addresses and mentions in plain words. */
final class WordParts {
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![\\p{L}\\p{N}_])(?:https?://[^\\s<>]+|www\\.[^\\s<>]+\\.[^\\s<>]+"
                    + "|[A-Za-z0-9._+-]+@[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+)");
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}_.-])@([a-z0-9][a-z0-9._-]*[a-z0-9_]|[a-z0-9])");
    private static final String NEVER_LAST = "?!.,:;*_~'\"-";

    private final Map<String, Mentioned> mentions;

    /** @param mentions by user name */
    WordParts(Map<String, Mentioned> mentions) {
        this.mentions = mentions;
    }

    List<Inline> of(String text) {
        List<Inline> parts = new ArrayList<>();
        int end = 0;
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            String shown = withoutTail(matcher.group());
            var address = WebAddress.safe(completed(shown));
            if (address.isPresent()) {
                addWords(parts, text.substring(end, matcher.start()));
                parts.add(new Inline.Link(address.get(), List.of(new Inline.Words(shown))));
                end = matcher.start() + shown.length();
            }
        }
        addWords(parts, text.substring(end));
        return parts;
    }

    private static String completed(String address) {
        if (address.startsWith("http://") || address.startsWith("https://")) {
            return address;
        }
        return (address.startsWith("www.") ? "http://" : "mailto:") + address;
    }

    /** Punctuation after an address is the sentence's, and so is a bracket that was opened before it. */
    private static String withoutTail(String address) {
        int end = address.length();
        while (end > 0) {
            char last = address.charAt(end - 1);
            boolean strayBracket = last == ')' && count(address, end, ')') > count(address, end, '(');
            if (!strayBracket && NEVER_LAST.indexOf(last) < 0) {
                break;
            }
            end--;
        }
        return address.substring(0, end);
    }

    private static long count(String text, int end, char wanted) {
        return text.substring(0, end).chars().filter(letter -> letter == wanted).count();
    }

    private void addWords(List<Inline> parts, String text) {
        int end = 0;
        if (!mentions.isEmpty()) {
            Matcher matcher = MENTION.matcher(text);
            while (matcher.find()) {
                Mentioned person = mentions.get(matcher.group(1));
                if (person != null) {
                    addPlain(parts, text.substring(end, matcher.start()));
                    parts.add(new Inline.Mention(person.name(), person.me()));
                    end = matcher.end();
                }
            }
        }
        addPlain(parts, text.substring(end));
    }

    private static void addPlain(List<Inline> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Inline.Words(text));
        }
    }
}
