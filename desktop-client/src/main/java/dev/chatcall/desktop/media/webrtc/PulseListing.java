package dev.chatcall.desktop.media.webrtc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code pactl list} says in the language C. Pure. */
final class PulseListing {
    /** Such as "Sink Input #12". */
    private static final Pattern HEAD = Pattern.compile("\\S.*#(\\d+)");
    /** Such as "Name: speaker", or deeper "application.process.id = "42"". */
    private static final Pattern FIELD = Pattern.compile("\\s+([^:=]+?)(?:: | = )(.*)");

    private PulseListing() {}

    /** @param index by which {@code pactl} knows it */
    record Entry(String index, Map<String, String> fields) {
        /** Empty where it has none. */
        String field(String name) {
            return Objects.requireNonNullElse(fields.get(name), "");
        }
    }

    static List<Entry> read(List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        for (String line : lines) {
            Matcher head = HEAD.matcher(line);
            Matcher field = FIELD.matcher(line);
            if (head.matches()) {
                entries.add(new Entry(head.group(1), new HashMap<>()));
            } else if (field.matches() && !entries.isEmpty()) {
                entries.getLast().fields().putIfAbsent(field.group(1), unquoted(field.group(2)));
            }
        }
        return entries;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
