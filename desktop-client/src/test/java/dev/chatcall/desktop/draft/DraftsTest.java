package dev.chatcall.desktop.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.storage.MemoryStorage;
import dev.chatcall.desktop.testing.FakeLoop;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DraftsTest {
    private static final UUID TALK = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);

    private final FakeLoop loop = new FakeLoop();
    private final MemoryStorage storage = new MemoryStorage(true);
    private final Drafts drafts = new Drafts(loop);

    @Test
    void isKeptWhenTypingPauses() {
        drafts.begin(storage);
        drafts.set(TALK, "H");
        loop.pass(Duration.ofMillis(300));
        drafts.set(TALK, "He");
        loop.pass(Duration.ofMillis(300));
        assertThat(storage.drafts().join()).isEmpty();
        loop.pass(Duration.ofMillis(200));
        assertThat(storage.drafts().join()).isEqualTo(Map.of(TALK, "He"));
    }

    @Test
    void isKeptAtTheEndAndShownAtTheNextBegin() {
        drafts.begin(storage);
        drafts.set(TALK, "Hello");
        drafts.end();
        assertThat(drafts.state().get()).isEmpty();
        drafts.begin(storage);
        assertThat(drafts.state().get()).isEqualTo(Map.of(TALK, "Hello"));
    }

    @Test
    void whatWasSentIsNoDraftAnyMore() {
        drafts.begin(storage);
        drafts.set(TALK, "Hello");
        drafts.set(OTHER, "Dear");
        drafts.keep();
        drafts.set(TALK, "");
        drafts.keep();
        assertThat(drafts.state().get()).isEqualTo(Map.of(OTHER, "Dear"));
        assertThat(storage.drafts().join()).isEqualTo(Map.of(OTHER, "Dear"));
    }

    @Test
    void whatIsWrittenBeforeTheDraftsAreReadStays() {
        storage.keepDrafts(Map.of(TALK, "old", OTHER, "kept"));
        drafts.set(TALK, "new");
        drafts.begin(storage);
        assertThat(drafts.state().get()).isEqualTo(Map.of(TALK, "new", OTHER, "kept"));
        drafts.end();
        assertThat(storage.drafts().join()).isEqualTo(Map.of(TALK, "new", OTHER, "kept"));
    }
}
