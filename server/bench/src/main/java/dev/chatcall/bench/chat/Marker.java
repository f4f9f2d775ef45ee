package dev.chatcall.bench.chat;

import java.nio.charset.StandardCharsets;

/**
 * Finds a piece of text in frames that are all alike. It looks first where it found it last, which is where it mostly
 * is: reading every frame as JSON would cost the generator more than the server takes to send it. Not thread-safe.
 */
final class Marker {
    private final byte[] text;
    private int lastOffset;

    Marker(String text) {
        this.text = text.getBytes(StandardCharsets.US_ASCII);
    }

    /** @return the place after the text's first occurrence, or -1 when there is none */
    int after(byte[] bytes, int from, int to) {
        if (isAt(bytes, from + lastOffset, to)) {
            return from + lastOffset + text.length;
        }
        for (int at = from; at <= to - text.length; at++) {
            if (isAt(bytes, at, to)) {
                lastOffset = at - from;
                return at + text.length;
            }
        }
        return -1;
    }

    /** Whether the text stands at this place. */
    boolean isAt(byte[] bytes, int at, int to) {
        if (to - at < text.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (bytes[at + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    /** The digits at a place as a number; -1 when there are none, as after a marker that was not found. */
    static long number(byte[] bytes, int at, int to) {
        if (at < 0 || at >= to || !digit(bytes[at])) {
            return -1;
        }
        long number = 0;
        for (int i = at; i < to && digit(bytes[i]); i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    private static boolean digit(byte value) {
        return value >= '0' && value <= '9';
    }
}
