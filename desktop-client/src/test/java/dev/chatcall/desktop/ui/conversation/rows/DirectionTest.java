package dev.chatcall.desktop.ui.conversation.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DirectionTest {
    @Test
    void isThatOfTheFirstLetterThatHasOne() {
        assertThat(Direction.rightToLeft("hello مرحبا", true)).isFalse();
        assertThat(Direction.rightToLeft("مرحبا hello", false)).isTrue();
        assertThat(Direction.rightToLeft("12: שלום", false)).isTrue();
        assertThat(Direction.rightToLeft("👍 ok", true)).isFalse();
    }

    @Test
    void isTheProgramsWhereNoLetterTells() {
        assertThat(Direction.rightToLeft("12:30 👍", true)).isTrue();
        assertThat(Direction.rightToLeft("", false)).isFalse();
    }
}
