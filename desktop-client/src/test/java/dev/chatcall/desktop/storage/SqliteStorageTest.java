package dev.chatcall.desktop.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chatcall.desktop.json.Json;
import dev.chatcall.desktop.loop.ThreadLoop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStorageTest {
    private static final UUID TALK = new UUID(1, 1);

    private final ThreadLoop loop = new ThreadLoop(Clock.systemUTC());

    @TempDir
    private Path folder;

    private SqliteStorage storage;

    @BeforeEach
    void start() {
        storage = new SqliteStorage(loop, Json.mapper(), id -> folder.resolve(id.toString()));
    }

    @AfterEach
    void end() {
        storage.close();
        loop.close();
    }

    @Test
    void outlivesTheProgramEachAccountForItself() throws Exception {
        AccountStorage before = await(storage.open(Samples.ME));
        assertThat(before.durable()).isTrue();
        OutboxRecord record = await(before.add(TALK, new UUID(2, 1), Samples.text("one"), 1));
        await(before.keepDrafts(Map.of(TALK, "Hel")));
        restart();
        assertThat(await(await(storage.open(Samples.ANN)).records())).isEmpty();
        AccountStorage after = await(storage.open(Samples.ME));
        assertThat(await(after.records())).containsExactly(record);
        assertThat(await(after.drafts())).isEqualTo(Map.of(TALK, "Hel"));
    }

    @Test
    void whatIsNotWrittenYetIsWrittenAtTheEnd() throws Exception {
        AccountStorage before = await(storage.open(Samples.ME));
        before.snapshots().keep(Samples.change(Samples.conversation(TALK, 1, 3)));
        before.add(TALK, new UUID(2, 1), Samples.text("one"), 1);
        restart();
        AccountStorage after = await(storage.open(Samples.ME));
        assertThat(await(after.snapshots().load())).isPresent();
        assertThat(await(after.records())).hasSize(1);
    }

    @Test
    void whatTheCoreSaysLastIsKeptAlthoughTheEndIsAskedForAtOnce() throws Exception {
        AccountStorage before = await(storage.open(Samples.ME));
        for (int i = 0; i < 200; i++) {
            UUID id = new UUID(2, i);
            loop.execute(() -> before.add(TALK, id, Samples.text("one"), 1));
        }
        loop.execute(before::close);
        restart();
        assertThat(await(await(storage.open(Samples.ME)).records())).hasSize(200);
    }

    @Test
    void canBeOpenedAgainAtOnceAfterItWasClosed() throws Exception {
        AccountStorage before = await(storage.open(Samples.ME));
        before.add(TALK, new UUID(2, 1), Samples.text("one"), 1);
        before.close();
        AccountStorage after = await(storage.open(Samples.ME));
        assertThat(after.durable()).isTrue();
        assertThat(await(after.records())).hasSize(1);
    }

    @Test
    void twoDoNotHaveTheFileAtOnce() throws Exception {
        await(storage.open(Samples.ME));
        assertThat(await(storage.open(Samples.ME)).durable()).isFalse();
    }

    @Test
    void nobodyElseMayReadIt() throws Exception {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        AccountStorage opened = await(storage.open(Samples.ME));
        await(opened.add(TALK, new UUID(2, 1), Samples.text("one"), 1));
        Path own = folder.resolve(Samples.ME.toString());
        assertThat(modeOf(own)).isEqualTo("rwx------");
        assertThat(modeOf(own.resolve(Database.FILE))).isEqualTo("rw-------");
    }

    @Test
    void aDamagedFileIsPutAsideAndBegunAfresh() throws Exception {
        Path own = Files.createDirectory(folder.resolve(Samples.ME.toString()));
        Path file = own.resolve(Database.FILE);
        Files.writeString(file, "This was never a database. ".repeat(400));
        AccountStorage opened = await(storage.open(Samples.ME));
        assertThat(opened.durable()).isTrue();
        await(opened.add(TALK, new UUID(2, 1), Samples.text("one"), 1));
        assertThat(Files.readString(own.resolve(Database.FILE + ".damaged"))).startsWith("This was never");
        restart();
        assertThat(await(await(storage.open(Samples.ME)).records())).hasSize(1);
    }

    @Test
    void damageInTheMiddleIsNoticedAtTheStart() throws Exception {
        AccountStorage before = await(storage.open(Samples.ME));
        before.snapshots().keep(Samples.change(Samples.conversation(TALK, 1, 60)));
        await(before.close());
        Path file = folder.resolve(Samples.ME.toString()).resolve(Database.FILE);
        byte[] content = Files.readAllBytes(file);
        assertThat(content.length).isGreaterThan(3 * 4096);
        Arrays.fill(content, 4096, content.length, (byte) 0x5A);
        Files.write(file, content);
        AccountStorage after = await(storage.open(Samples.ME));
        assertThat(after.durable()).isTrue();
        assertThat(await(after.records())).isEmpty();
        assertThat(file.resolveSibling(Database.FILE + ".damaged")).exists();
    }

    @Test
    void aFileOfANewerProgramIsLeftAlone() throws Exception {
        AccountStorage before = await(storage.open(Samples.ME));
        await(before.add(TALK, new UUID(2, 1), Samples.text("one"), 1));
        await(before.close());
        Path file = folder.resolve(Samples.ME.toString()).resolve(Database.FILE);
        sql(file, "PRAGMA user_version = 99");
        byte[] content = Files.readAllBytes(file);
        assertThat(await(storage.open(Samples.ME)).durable()).isFalse();
        assertThat(Files.readAllBytes(file)).isEqualTo(content);
    }

    @Test
    void whereNothingCanBeKeptMemoryServesAndSaysSo() throws Exception {
        Files.writeString(folder.resolve(Samples.ME.toString()), "a file where the folder should be");
        AccountStorage opened = await(storage.open(Samples.ME));
        assertThat(opened.durable()).isFalse();
        await(opened.add(TALK, new UUID(2, 1), Samples.text("one"), 1));
        assertThat(await(opened.records())).hasSize(1);
    }

    @Test
    void afterTheEndNothingIsTakenThatWouldBeLost() throws Exception {
        AccountStorage opened = await(storage.open(Samples.ME));
        await(opened.close());
        assertThatThrownBy(() -> await(opened.add(TALK, new UUID(2, 1), Samples.text("one"), 1)))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StorageException.class);
    }

    @Test
    void aRecordThatCannotBeReadWaitsAndHidesNoOther() throws Exception {
        AccountStorage before = await(storage.open(Samples.ME));
        await(before.add(TALK, new UUID(2, 1), Samples.text("one"), 1));
        await(before.add(TALK, new UUID(2, 2), Samples.text("two"), 2));
        await(before.close());
        Path file = folder.resolve(Samples.ME.toString()).resolve(Database.FILE);
        sql(file, "UPDATE outbox SET body = '{\"type\":\"from.the.future\"}' WHERE position = 1");
        AccountStorage after = await(storage.open(Samples.ME));
        assertThat(await(after.records())).extracting(OutboxRecord::id).containsExactly(new UUID(2, 2));
        await(after.close());
        assertThat(count(file, "SELECT count(*) FROM outbox")).isEqualTo(2);
    }

    @Test
    void signingOutLeavesNothingOfTheAccount() throws Exception {
        AccountStorage opened = await(storage.open(Samples.ME));
        opened.snapshots().keep(Samples.change(Samples.conversation(TALK, 1, 3)));
        opened.pictures().put(new UUID(3, 1), new byte[] {1});
        await(opened.destroy());
        try (var left = Files.list(folder.resolve(Samples.ME.toString()))) {
            assertThat(left.toList()).isEqualTo(List.of());
        }
    }

    private void restart() {
        storage.close();
        start();
    }

    private static void sql(Path file, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Path file, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.getInt(1);
        }
    }

    private static String modeOf(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }
}
