package dev.chatcall.desktop.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.text.Language;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.Samples;
import dev.chatcall.protocol.presence.Presence;
import org.junit.jupiter.api.Test;

class PresenceTextTest {
    private final Texts texts = Texts.of(Language.EN);

    private String said(boolean online, Long lastSeen) {
        return PresenceText.of(new Presence(Samples.id("ben"), online, lastSeen), texts, Samples.NOON);
    }

    @Test
    void itSaysWhetherSomebodyIsThereOrWhenTheyWere() {
        assertThat(said(true, null)).isEqualTo("online");
        assertThat(said(false, null)).isEqualTo("offline");
        assertThat(said(false, Samples.NOON - 30_000)).isEqualTo("last seen just now");
        assertThat(said(false, Samples.NOON - 3 * 3_600_000)).isEqualTo("last seen 3 hours ago");
    }

    @Test
    void aGroupCountsThoseOnlineBesidesOneself() {
        assertThat(PresenceText.ofGroup(12, 3, texts)).isEqualTo("12 members, 3 online");
        assertThat(PresenceText.ofGroup(12, 1, texts)).isEqualTo("12 members");
    }
}
