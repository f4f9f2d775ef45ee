package dev.chatcall.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.protocol.error.ErrorCode;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private static final long NOON = 1_773_057_600_000L;
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    private final Texts english =
            new Texts(Language.EN, Catalogues.messages(Language.EN), new Times(Locale.UK, ZoneOffset.UTC));

    @Test
    void pluralsFollowTheLanguage() {
        assertThat(english.t("list.unread", Map.of("count", 1))).isEqualTo("1 unread message");
        assertThat(english.t("list.unread", Map.of("count", 2))).isEqualTo("2 unread messages");
    }

    @Test
    void anUnknownKeyIsAMistakeOfTheProgram() {
        assertThatThrownBy(() -> english.t("no.such")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void timesAreShortWhereTheyAreNear() {
        assertThat(english.listTime(NOON - HOUR, NOON)).isEqualTo("11:00");
        assertThat(english.listTime(NOON - DAY, NOON)).isEqualTo("Yesterday");
        assertThat(english.listTime(NOON - 3 * DAY, NOON)).isEqualTo("Fri");
        assertThat(english.listTime(NOON - 30 * DAY, NOON)).isEqualTo("07/02/26");
        assertThat(english.day(NOON, NOON)).isEqualTo("Today");
        assertThat(english.day(NOON - 6 * DAY, NOON)).startsWith("Tuesday").contains("3 March");
        assertThat(english.relative(NOON - 5 * 60_000, NOON)).isEqualTo("5 minutes ago");
        assertThat(english.duration(3_725_000)).isEqualTo("1:02:05");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyErrorOfTheServerHasASentence(Language language) {
        Texts texts = Texts.of(language);
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(texts.has("error." + code.code())).as(code.code()).isTrue();
        }
    }

    @Test
    void anErrorSaysWhenToTryAgain() {
        assertThat(english.error(new ApiException("rate.limited", List.of(), 2_100L)))
                .endsWith("Try again in 3 seconds");
        assertThat(english.error(new IllegalStateException())).isEqualTo(english.t("error.unknown"));
    }

    @Test
    void theFirstWishedLanguageThatThereIsIsTaken() {
        assertThat(Language.choose(List.of("fr-FR", "ar-EG", "de"))).isEqualTo(Language.AR);
        assertThat(Language.choose(List.of("fr"))).isEqualTo(Language.EN);
    }
}
