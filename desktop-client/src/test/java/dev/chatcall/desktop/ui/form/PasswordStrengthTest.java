package dev.chatcall.desktop.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordStrengthTest {
    private static PasswordStrength of(String password) {
        return PasswordStrength.of(password, List.of("ada", "lovelace"));
    }

    @Test
    void lengthAndVarietyMakeItStrong() {
        assertThat(of("")).isEqualTo(PasswordStrength.NONE);
        assertThat(of("river at")).isEqualTo(PasswordStrength.SHORT);
        assertThat(of("river at dawn, two swans")).isEqualTo(PasswordStrength.STRONG);
    }

    @Test
    void whatEverybodyUsesAndOnesOwnNameMakeItWeak() {
        assertThat(of("password12")).isEqualTo(PasswordStrength.WEAK);
        assertThat(of("lovelace12")).isEqualTo(PasswordStrength.WEAK);
        assertThat(of("aaaaaaaaaaaa")).isEqualTo(PasswordStrength.WEAK);
    }

    @Test
    void bytesCountForTheUpperLimit() {
        assertThat(PasswordStrength.isTooLong("ä".repeat(36))).isFalse();
        assertThat(PasswordStrength.isTooLong("ä".repeat(37))).isTrue();
    }
}
