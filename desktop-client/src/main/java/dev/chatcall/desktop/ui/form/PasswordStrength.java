package dev.chatcall.desktop.ui.form;

import dev.chatcall.protocol.Limits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How hard a password is to guess. Advice only: the server asks for nothing but the length. */
public enum PasswordStrength {
    NONE,
    SHORT,
    WEAK,
    FAIR,
    GOOD,
    STRONG;

    private static final Pattern COMMON = Pattern.compile(
            "pass|word|1234|qwert|asdf|letme|admin|welcome|iloveyou|abcd|0000|1111|chatcall", Pattern.CASE_INSENSITIVE);
    private static final List<Pattern> KINDS = Stream.of("\\p{Ll}", "\\p{Lu}", "\\p{N}", "[^\\p{L}\\p{N}]")
            .map(Pattern::compile)
            .toList();
    private static final int KNOWN_FROM = 4;

    /**
     * Judged by its length, by how varied its characters are, and by what everybody uses.
     *
     * @param others the person's user name, name and email, which make a bad password
     */
    public static PasswordStrength of(String password, List<String> others) {
        int length = length(password);
        if (length == 0) {
            return NONE;
        }
        if (length < Limits.PASSWORD_MIN) {
            return SHORT;
        }
        int score = length;
        if (COMMON.matcher(password).find()) {
            score -= 5;
        }
        if (names(password, others)) {
            score -= 6;
        }
        if (repeated(password) > 0.6) {
            score -= 8;
        }
        score += (int)
                KINDS.stream().filter(kind -> kind.matcher(password).find()).count();
        return ofScore(score);
    }

    /** Code points, as the limits count. */
    public static int length(String password) {
        return password.codePointCount(0, password.length());
    }

    /** The server takes no more bytes than this: beyond, a password would be cut. */
    public static boolean isTooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > Limits.PASSWORD_MAX_BYTES;
    }

    /** Its name in the catalogue. */
    public String level() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static PasswordStrength ofScore(int score) {
        if (score < 11) {
            return WEAK;
        }
        if (score < 15) {
            return FAIR;
        }
        return score < 20 ? GOOD : STRONG;
    }

    private static boolean names(String password, List<String> others) {
        String lower = password.toLowerCase(Locale.ROOT);
        return others.stream()
                .anyMatch(other -> other.length() >= KNOWN_FROM && lower.contains(other.toLowerCase(Locale.ROOT)));
    }

    private static double repeated(String password) {
        long different =
                password.toLowerCase(Locale.ROOT).codePoints().distinct().count();
        return 1 - (double) different / length(password);
    }
}
