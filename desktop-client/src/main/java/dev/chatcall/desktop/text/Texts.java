package dev.chatcall.desktop.text;

import com.ibm.icu.text.MessageFormat;
import dev.chatcall.desktop.client.ApiException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The catalogue of one language with everything that depends on it. Used from any thread. */
public final class Texts {
    private final Language language;
    private final Map<String, String> messages;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final Times times;

    Texts(Language language, Map<String, String> messages, Times times) {
        this.language = language;
        this.messages = Map.copyOf(messages);
        this.times = times;
    }

    /** Reads the catalogue of a language out of the program. */
    public static Texts of(Language language) {
        return Catalogues.read(language);
    }

    /**
     * The text of a key without placeholders.
     *
     * @throws IllegalArgumentException there is no such key
     */
    public String t(String key) {
        return t(key, Map.of());
    }

    /**
     * The text of a key, its placeholders filled (ICU message format).
     *
     * @param values by the names of the placeholders: strings and numbers
     * @throws IllegalArgumentException there is no such key
     */
    public String t(String key, Map<String, ?> values) {
        String message = message(key);
        if (message.indexOf('{') < 0) {
            return message;
        }
        MessageFormat format = formats.computeIfAbsent(key, any -> new MessageFormat(message, language.locale()));
        synchronized (format) {
            return format.format(new HashMap<>(values));
        }
    }

    /** Whether the catalogue has it. */
    public boolean has(String key) {
        return messages.containsKey(key);
    }

    public boolean rightToLeft() {
        return language.rightToLeft();
    }

    /** Such as "en". */
    public String language() {
        return language.id();
    }

    public Locale locale() {
        return language.locale();
    }

    /** "14:05" */
    public String time(long epochMs) {
        return times.time(epochMs);
    }

    /** For day lines: "Today", "Yesterday", "Monday, 3 March", with the year where it is another. */
    public String day(long epochMs, long nowMs) {
        return switch (times.daysBetween(epochMs, nowMs)) {
            case 0 -> t("time.today");
            case 1 -> t("time.yesterday");
            default -> times.date(epochMs, nowMs);
        };
    }

    /** For a list's edge: the time today, the weekday within a week, else the date. */
    public String listTime(long epochMs, long nowMs) {
        int days = times.daysBetween(epochMs, nowMs);
        if (days <= 0) {
            return time(epochMs);
        }
        if (days == 1) {
            return t("time.yesterday");
        }
        return days < 7 ? times.weekday(epochMs) : times.shortDate(epochMs);
    }

    /** A moment in full, for receipts and tooltips. */
    public String full(long epochMs) {
        return times.full(epochMs);
    }

    /** "5 minutes ago", "in 3 days": the largest whole unit. */
    public String relative(long epochMs, long nowMs) {
        return times.relative(epochMs, nowMs);
    }

    /** As {@link #relative}, for what has been: never "in", also where the clock is a little behind. */
    public String past(long epochMs, long nowMs) {
        return times.relative(Math.min(epochMs, nowMs), nowMs);
    }

    /** A length of time as on a watch: "4:05", "1:02:03". */
    public String duration(long ms) {
        return Times.duration(ms);
    }

    /** The sentence for why an action failed. */
    public String error(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof ApiException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (!(cause instanceof ApiException api)) {
            return t("error.unknown");
        }
        String text = errorOf(api.code());
        Long retryAfter = api.retryAfterMs();
        if (retryAfter == null) {
            return text;
        }
        return text + " " + t("error.retryIn", Map.of("seconds", Math.ceilDiv(retryAfter, 1000L)));
    }

    /** The sentence for an error code. */
    public String errorOf(String code) {
        String own = "desktop.error." + code;
        if (has(own)) {
            return t(own);
        }
        return has("error." + code) ? t("error." + code) : t("error.unknown");
    }

    private String message(String key) {
        String message = messages.get(key);
        if (message == null) {
            throw new IllegalArgumentException("No such text: " + key);
        }
        return message;
    }
}
