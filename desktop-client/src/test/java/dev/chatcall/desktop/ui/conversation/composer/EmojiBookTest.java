package dev.chatcall.desktop.ui.conversation.composer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmojiBookTest {
    private final EmojiBook english = EmojiBook.of("en");

    @Test
    void findsByTheBeginningOfAnyWord() {
        assertThat(english.find("waving hand").getFirst().sign()).isEqualTo("👋");
        assertThat(english.find("THUMBS").stream().map(Emoji::name)).contains("Thumbs up", "Thumbs down");
        assertThat(english.find("no such thing")).isEmpty();
    }

    @Test
    void hasSkinTonesWherePeopleDo() {
        Emoji hand = english.find("waving hand").getFirst();
        assertThat(hand.inTone(5)).isEqualTo("👋🏿");
        assertThat(english.find("rocket").getFirst().inTone(5)).isEqualTo("🚀");
    }

    @Test
    void speaksGermanAndEnglishWhereALanguageIsMissing() {
        assertThat(EmojiBook.of("de").find("rakete").getFirst().sign()).isEqualTo("🚀");
        assertThat(EmojiBook.of("ar").find("rocket").getFirst().sign()).isEqualTo("🚀");
    }

    @Test
    void putsEveryEmojiIntoALineUnderItsGroup() {
        var rows = PickerRow.of(english.all(), english.groups(), true);
        long emoji = rows.stream()
                .mapToLong(row -> row instanceof PickerRow.Line(var line) ? line.size() : 0)
                .sum();
        assertThat(emoji).isEqualTo(english.all().size());
        assertThat(rows.stream().filter(PickerRow.Heading.class::isInstance))
                .hasSize(english.groups().size());
        assertThat(rows).doesNotHaveDuplicates();
    }
}
