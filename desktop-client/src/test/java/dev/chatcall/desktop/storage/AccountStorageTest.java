package dev.chatcall.desktop.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.json.Json;
import dev.chatcall.desktop.loop.ThreadLoop;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every storage does, on disk or not. */
class AccountStorageTest {
    private static final UUID TALK = new UUID(1, 1);

    private final ThreadLoop loop = new ThreadLoop(Clock.systemUTC());

    @TempDir
    private Path folder;

    private SqliteStorage files;

    @AfterEach
    void closeAll() {
        if (files != null) {
            files.close();
        }
        loop.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "memory"})
    void keepsRecordsInTheOrderOfWriting(String kind) throws Exception {
        AccountStorage storage = open(kind);
        for (int i = 0; i < 3; i++) {
            await(storage.add(TALK, new UUID(2, i), Samples.text("message " + i), 10 + i));
        }
        assertThat(await(storage.records()))
                .extracting(OutboxRecord::id)
                .containsExactly(new UUID(2, 0), new UUID(2, 1), new UUID(2, 2));
        assertThat(await(storage.records()))
                .extracting(OutboxRecord::order)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(await(storage.records()).getLast().body()).isEqualTo(Samples.text("message 2"));
        assertThat(await(storage.records()).getLast().writtenAt()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "memory"})
    void changesAndRemovesRecordsAndPutsNoneBack(String kind) throws Exception {
        AccountStorage storage = open(kind);
        OutboxRecord first = await(storage.add(TALK, new UUID(2, 1), Samples.text("one"), 1));
        OutboxRecord second = await(storage.add(TALK, new UUID(2, 2), Samples.text("two"), 2));
        await(storage.put(first.withFailed("message.too_long")));
        await(storage.remove(second.order()));
        await(storage.put(second));
        assertThat(await(storage.records())).containsExactly(first.withFailed("message.too_long"));
        OutboxRecord third = await(storage.add(TALK, new UUID(2, 3), Samples.text("three"), 3));
        assertThat(third.order()).isGreaterThan(second.order());
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "memory"})
    void keepsDraftsUntilTheyAreEmpty(String kind) throws Exception {
        AccountStorage storage = open(kind);
        UUID other = new UUID(1, 2);
        await(storage.keepDrafts(Map.of(TALK, "Hel", other, "Dear")));
        await(storage.keepDrafts(Map.of(TALK, "Hello")));
        assertThat(await(storage.drafts())).isEqualTo(Map.of(TALK, "Hello", other, "Dear"));
        await(storage.keepDrafts(Map.of(other, "")));
        assertThat(await(storage.drafts())).isEqualTo(Map.of(TALK, "Hello"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "memory"})
    void keepsPictures(String kind) throws Exception {
        AccountStorage storage = open(kind);
        UUID id = new UUID(3, 1);
        assertThat(await(storage.pictures().get(id))).isEmpty();
        storage.pictures().put(id, new byte[] {1, 2, 3});
        assertThat(await(storage.pictures().get(id))).hasValue(new byte[] {1, 2, 3});
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "memory"})
    void isEmptyAfterItWasDestroyed(String kind) throws Exception {
        AccountStorage storage = open(kind);
        await(storage.add(TALK, new UUID(2, 1), Samples.text("one"), 1));
        await(storage.keepDrafts(Map.of(TALK, "Hello")));
        await(storage.destroy());
        AccountStorage next = kind.equals("file") ? open(kind) : storage;
        assertThat(await(next.records())).isEmpty();
        assertThat(await(next.drafts())).isEmpty();
        assertThat(await(next.snapshots().load())).isEqualTo(Optional.empty());
    }

    private AccountStorage open(String kind) throws Exception {
        if (kind.equals("memory")) {
            return new MemoryStorage(false);
        }
        if (files == null) {
            files = new SqliteStorage(loop, Json.mapper(), id -> folder.resolve(id.toString()));
        }
        return await(files.open(Samples.ME));
    }

    private static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }
}
