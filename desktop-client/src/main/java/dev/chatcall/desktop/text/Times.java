package dev.chatcall.desktop.text;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeDateTimeUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Style;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Dates and times as the web client writes them, from the same data (CLDR). */
final class Times {
    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MS = 60 * MINUTE_MS;
    private static final long DAY_MS = 24 * HOUR_MS;

    private final ULocale locale;
    private final ZoneId zone;
    private final Map<String, DateFormat> formats = new ConcurrentHashMap<>();

    Times(Locale locale, ZoneId zone) {
        this.locale = ULocale.forLocale(locale);
        this.zone = zone;
    }

    /** Whole calendar days between two moments; 0 is the same day. */
    int daysBetween(long earlierMs, long laterMs) {
        return (int)
                ChronoUnit.DAYS.between(at(earlierMs).toLocalDate(), at(laterMs).toLocalDate());
    }

    String time(long ms) {
        return format("jjmm", ms);
    }

    String weekday(long ms) {
        return format("EEE", ms);
    }

    String shortDate(long ms) {
        return format("yyMMdd", ms);
    }

    String date(long ms, long nowMs) {
        boolean sameYear = at(ms).getYear() == at(nowMs).getYear();
        return format(sameYear ? "EEEEMMMMd" : "EEEEMMMMdy", ms);
    }

    String full(long ms) {
        DateFormat format = formats.computeIfAbsent(
                "full", any -> DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.SHORT, locale));
        return with(format, ms);
    }

    String relative(long ms, long nowMs) {
        long size = Math.abs(ms - nowMs);
        if (size >= 30 * DAY_MS) {
            DateFormat format =
                    formats.computeIfAbsent("medium", any -> DateFormat.getDateInstance(DateFormat.MEDIUM, locale));
            return with(format, ms);
        }
        if (size < HOUR_MS) {
            return relative(ms - nowMs, MINUTE_MS, RelativeDateTimeUnit.MINUTE);
        }
        return size < DAY_MS
                ? relative(ms - nowMs, HOUR_MS, RelativeDateTimeUnit.HOUR)
                : relative(ms - nowMs, DAY_MS, RelativeDateTimeUnit.DAY);
    }

    /** As on a watch: "0:07", "12:05", "1:02:05". */
    static String duration(long ms) {
        long seconds = Math.max(0, ms) / 1000;
        String rest = "%02d".formatted(seconds % 60);
        long minutes = seconds / 60;
        return minutes < 60 ? minutes + ":" + rest : "%d:%02d:%s".formatted(minutes / 60, minutes % 60, rest);
    }

    private String relative(long ms, long unitMs, RelativeDateTimeUnit unit) {
        RelativeDateTimeFormatter formatter =
                RelativeDateTimeFormatter.getInstance(locale, null, Style.LONG, DisplayContext.CAPITALIZATION_NONE);
        // As Math.round in the web client: halves go up.
        return formatter.format((double) Math.floorDiv(ms + unitMs / 2, unitMs), unit);
    }

    private String format(String skeleton, long ms) {
        DateFormat format =
                formats.computeIfAbsent(skeleton, any -> DateFormat.getInstanceForSkeleton(skeleton, locale));
        return with(format, ms);
    }

    private String with(DateFormat format, long ms) {
        synchronized (format) {
            format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
            return format.format(new Date(ms));
        }
    }

    private ZonedDateTime at(long ms) {
        return Instant.ofEpochMilli(ms).atZone(zone);
    }
}
