package dev.chatcall.desktop.ui.conversation.composer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The emoji with their names in one language, from emojibase-data; languages that it lacks get the English names. */
final class EmojiBook {
    private final List<String> groups = new ArrayList<>();
    private final List<Emoji> emoji = new ArrayList<>();

    private EmojiBook() {}

    static EmojiBook of(String language) {
        EmojiBook book = new EmojiBook();
        InputStream own = EmojiBook.class.getResourceAsStream("emoji-" + language + ".tsv");
        try (InputStream in = own != null ? own : EmojiBook.class.getResourceAsStream("emoji-en.tsv")) {
            if (in == null) {
                throw new IllegalStateException("The emoji names are missing in the program");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                book.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return book;
    }

    /** "#" and a group's name begins a group; an emoji is: sign, name, skins, further words, parted by tabs. */
    private void add(String line) {
        if (line.startsWith("//")) {
            return;
        }
        if (line.startsWith("#")) {
            groups.add(line.substring(1));
            return;
        }
        String[] parts = line.split("\t", -1);
        List<String> skins = parts[2].isEmpty() ? List.of() : List.of(parts[2].split(" "));
        String words = (parts[1] + " " + parts[3]).toLowerCase(Locale.ROOT);
        emoji.add(new Emoji(parts[0], groups.size() - 1, parts[1], skins, words));
    }

    List<String> groups() {
        return groups;
    }

    List<Emoji> all() {
        return emoji;
    }

    /** Those of which each word typed begins a word; those whose name begins with it first. Everything for nothing. */
    List<Emoji> find(String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return emoji;
        }
        List<String> words = List.of(wanted.split("\\s+"));
        List<Emoji> found = emoji.stream()
                .filter(each -> words.stream().allMatch(word -> (" " + each.words()).contains(" " + word)))
                .toList();
        List<Emoji> ordered = new ArrayList<>();
        found.stream().filter(each -> each.words().startsWith(wanted)).forEach(ordered::add);
        found.stream().filter(each -> !each.words().startsWith(wanted)).forEach(ordered::add);
        return ordered;
    }
}
