package dev.chatcall.desktop.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.ui.Samples;
import org.junit.jupiter.api.Test;

class MatchesTest {
    @Test
    void caseAndAccentsDoNotMatter() {
        assertThat(Matches.matches(" zoe", "Zoë Quinn")).isTrue();
        assertThat(Matches.matches("ÉVA", "eva")).isTrue();
        assertThat(Matches.matches("quin", Samples.person("zq", "Zoë Quinn"))).isTrue();
        assertThat(Matches.matches("zq", Samples.person("zq", "Zoë Quinn"))).isTrue();
        assertThat(Matches.matches("x", Samples.person("zq", "Zoë Quinn"))).isFalse();
    }
}
