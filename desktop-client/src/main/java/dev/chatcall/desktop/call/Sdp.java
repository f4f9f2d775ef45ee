package dev.chatcall.desktop.call;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The few things that calls read and set in session descriptions (RFC 8866, RFC 7587). Pure. */
final class Sdp {
    private static final Pattern OPUS = Pattern.compile("(?im)^a=rtpmap:(\\d+) opus/48000");
    private static final Pattern VIDEO = Pattern.compile("(?im)^a=rtpmap:(\\d+) (?:VP8|VP9|H264|AV1)/90000\\r?$");
    private static final Pattern SESSION = Pattern.compile("(?m)^o=\\S+ (\\S+)");

    private Sdp() {}

    /** Lets the other end send Opus with forward error correction, and next to nothing while it is quiet. */
    static String withOpusTuning(String sdp) {
        String text = sdp;
        for (String payload : groups(OPUS, sdp)) {
            Pattern line = Pattern.compile("(?m)^a=fmtp:" + payload + " ([^\\r\\n]*)");
            text = line.matcher(text)
                    .replaceAll(match -> Matcher.quoteReplacement("a=fmtp:" + payload + " " + tuned(match.group(1))));
        }
        return text;
    }

    /**
     * Lets the other end begin its pictures with so many kbit/s, where a browser would send the first one, the largest, at
     * a careful 300 (Chromium's {@code x-google-start-bitrate}; others ignore it).
     */
    static String withStartBitrate(String sdp, int kilobits) {
        String start = "x-google-start-bitrate=" + kilobits;
        String text = sdp;
        for (String payload : groups(VIDEO, sdp)) {
            Matcher fmtp =
                    Pattern.compile("(?m)^a=fmtp:" + payload + " [^\\r\\n]*").matcher(text);
            if (fmtp.find()) {
                text = text.substring(0, fmtp.end()) + ";" + start + text.substring(fmtp.end());
                continue;
            }
            Matcher rtpmap = Pattern.compile("(?m)^a=rtpmap:" + payload + " [^\\r\\n]*\\r?\\n")
                    .matcher(text);
            if (rtpmap.find()) {
                String line = "a=fmtp:" + payload + " " + start + "\r\n";
                text = text.substring(0, rtpmap.end()) + line + text.substring(rtpmap.end());
            }
        }
        return text;
    }

    /** The description up to the end of its first media section. */
    static String firstSection(String sdp) {
        int first = sdp.indexOf("\nm=");
        int second = first < 0 ? -1 : sdp.indexOf("\nm=", first + 1);
        return second < 0 ? sdp : sdp.substring(0, second + 1);
    }

    /** Stays the same through a connection's life and is another for another connection (the {@code o=} line's second word). */
    static @Nullable String sessionOf(@Nullable String sdp) {
        Matcher session = SESSION.matcher(sdp == null ? "" : sdp);
        return session.find() ? session.group(1) : null;
    }

    /** Whether a candidate with this ICE user name belongs to the description. Without a name it is taken to. */
    static boolean belongsTo(String sdp, @Nullable String usernameFragment) {
        return usernameFragment == null || sdp.contains("a=ice-ufrag:" + usernameFragment);
    }

    private static String tuned(String parameters) {
        Stream<String> rest = Stream.of(parameters.trim().split(";"))
                .filter(parameter -> !parameter.isEmpty()
                        && !parameter.startsWith("useinbandfec=")
                        && !parameter.startsWith("usedtx="));
        return String.join(
                ";",
                Stream.concat(rest, Stream.of("useinbandfec=1", "usedtx=1")).toList());
    }

    private static List<String> groups(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
