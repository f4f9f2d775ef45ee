package dev.chatcall.protocol;

import dev.chatcall.protocol.error.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks of the records' compact constructors: Jackson fills what is missing with null, so each record asks here. */
public final class Require {

    private Require() {}

    /** @throws InvalidFieldException when the value is missing */
    public static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new InvalidFieldException(ErrorCode.REQUEST_INVALID, field, "is missing");
        }
        return value;
    }

    /**
     * @param min fewest code points
     * @param max most code points
     * @throws InvalidFieldException when the text is missing, too short, too long or holds a NUL or a lone surrogate,
     *     neither of which the database can store
     */
    public static String text(@Nullable String value, String field, int min, int max) {
        return text(value, field, min, max, ErrorCode.REQUEST_INVALID);
    }

    /** As {@link #text(String, String, int, int)}, with the code to answer when the text is too long. */
    public static String text(@Nullable String value, String field, int min, int max, ErrorCode tooLong) {
        String text = present(value, field);
        int length = text.codePointCount(0, text.length());
        if (length < min) {
            throw new InvalidFieldException(ErrorCode.REQUEST_INVALID, field, "has fewer than " + min + " characters");
        }
        if (length > max) {
            throw new InvalidFieldException(tooLong, field, "has more than " + max + " characters");
        }
        if (text.codePoints().anyMatch(Require::unstorable)) {
            throw new InvalidFieldException(ErrorCode.REQUEST_INVALID, field, "holds a character that is not text");
        }
        return text;
    }

    /** @throws InvalidFieldException when the list is missing, longer than {@code max} or holds a null */
    public static <T> List<T> list(@Nullable List<T> value, String field, int max) {
        List<T> list = present(value, field);
        if (list.size() > max) {
            throw new InvalidFieldException(ErrorCode.REQUEST_INVALID, field, "has more than " + max + " entries");
        }
        for (T entry : list) {
            present(entry, field);
        }
        return List.copyOf(list);
    }

    /** @throws InvalidFieldException when the number is outside {@code [min, max]} */
    public static long within(long value, String field, long min, long max) {
        if (value < min || value > max) {
            throw new InvalidFieldException(ErrorCode.REQUEST_INVALID, field, "is not between " + min + " and " + max);
        }
        return value;
    }

    private static boolean unstorable(int codePoint) {
        return codePoint == 0 || (codePoint >= 0xD800 && codePoint <= 0xDFFF);
    }
}
