package dev.chatcall.desktop.ui.emoji;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** The pictures that come with the program, 64 by 64 pixels, read from one file when they are asked for. */
final class EmojiPack {
    private static final int TEXT_VARIATION = 0xfe0e;
    private static final int PICTURE_VARIATION = 0xfe0f;

    /** @param textual a sign that is a letter unless U+FE0F follows */
    record Entry(long offset, int length, boolean textual) {}

    private final Map<String, Entry> entries;
    /** By its first code point, the length of the longest sequence in chars. */
    private final Map<Integer, Integer> longest = new HashMap<>();

    private EmojiPack(Map<String, Entry> entries) {
        this.entries = entries;
        for (String sequence : entries.keySet()) {
            longest.merge(sequence.codePointAt(0), sequence.length(), Math::max);
        }
    }

    static EmojiPack open() {
        Map<String, Entry> entries = new HashMap<>(5_000);
        try (InputStream in = resource("emoji.index");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ");
                StringBuilder sequence = new StringBuilder();
                for (String code : parts[1].split("-")) {
                    sequence.appendCodePoint(Integer.parseInt(code, 16));
                }
                entries.put(
                        sequence.toString(),
                        new Entry(Long.parseLong(parts[2]), Integer.parseInt(parts[3]), parts[0].equals("t")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EmojiPack(entries);
    }

    /** An emoji in a text: which picture it is and how many chars it takes there. */
    record Found(String sequence, int length) {}

    /** The longest emoji that begins at this place, or null. */
    @Nullable
    Found at(String text, int from) {
        Integer most = longest.get(text.codePointAt(from));
        if (most == null) {
            return null;
        }
        StringBuilder sequence = new StringBuilder();
        Found found = null;
        int at = from;
        while (at < text.length() && sequence.length() < most) {
            int code = text.codePointAt(at);
            at += Character.charCount(code);
            sequence.appendCodePoint(code);
            boolean picture = at < text.length() && text.charAt(at) == PICTURE_VARIATION;
            boolean letter = at < text.length() && text.charAt(at) == TEXT_VARIATION;
            if (picture) {
                at++;
            }
            Entry entry = entries.get(sequence.toString());
            if (entry != null && !letter && (picture || !entry.textual())) {
                found = new Found(sequence.toString(), at - from);
            }
        }
        return found;
    }

    Image read(String sequence) {
        Entry entry = Objects.requireNonNull(entries.get(sequence));
        try (InputStream in = resource("emoji.pack")) {
            in.skipNBytes(entry.offset());
            return new Image(new ByteArrayInputStream(in.readNBytes(entry.length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(EmojiPack.class.getResourceAsStream(name), name);
    }
}
