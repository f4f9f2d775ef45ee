package dev.chatcall.desktop.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.json.Json;
import dev.chatcall.desktop.sync.KeptConversation;
import dev.chatcall.desktop.sync.Snapshot;
import dev.chatcall.desktop.sync.SnapshotChange;
import dev.chatcall.protocol.message.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTablesTest {
    private static final UUID TALK = new UUID(1, 1);
    private static final UUID GROUP = new UUID(1, 2);

    @TempDir
    private Path folder;

    private Database database;
    private SnapshotTables tables;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder);
        tables = new SnapshotTables(database, Json.mapper());
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void nothingIsKeptAtFirst() throws Exception {
        assertThat(tables.load()).isEmpty();
    }

    @Test
    void givesBackWhatItWasGiven() throws Exception {
        KeptConversation talk = Samples.conversation(TALK, 3, 8);
        KeptConversation empty = Samples.conversation(GROUP, 1, List.of());
        tables.keep(new SnapshotChange(
                Samples.account(5), 9, List.of(Samples.person(Samples.ANN, "Ann")), List.of(talk, empty), List.of()));
        assertThat(tables.load())
                .hasValue(new Snapshot(
                        Samples.account(5), 9, List.of(Samples.person(Samples.ANN, "Ann")), List.of(talk, empty)));
    }

    @Test
    void keepsWhatAChangeDoesNotSpeakOf() throws Exception {
        tables.keep(new SnapshotChange(
                Samples.account(5),
                9,
                List.of(Samples.person(Samples.ANN, "Ann")),
                List.of(Samples.conversation(TALK, 1, 2)),
                List.of()));
        tables.keep(new SnapshotChange(
                null,
                10,
                List.of(Samples.person(Samples.ME, "Me")),
                List.of(Samples.conversation(GROUP, 1, 1)),
                List.of()));
        Snapshot kept = tables.load().orElseThrow();
        assertThat(kept.account()).isEqualTo(Samples.account(5));
        assertThat(kept.peopleChange()).isEqualTo(10);
        assertThat(kept.people()).hasSize(2);
        assertThat(kept.conversations()).hasSize(2);
    }

    @Test
    void forgetsAConversationThatOneLeft() throws Exception {
        tables.keep(Samples.change(Samples.conversation(TALK, 1, 2), Samples.conversation(GROUP, 1, 2)));
        tables.keep(new SnapshotChange(null, 4, List.of(), List.of(), List.of(TALK)));
        assertThat(tables.load().orElseThrow().conversations()).containsExactly(Samples.conversation(GROUP, 1, 2));
        assertThat(database.query(row -> row.getInt(1), "SELECT count(*) FROM message"))
                .containsExactly(2);
    }

    @Test
    void writesOnlyTheMessagesThatAreNewOrDifferent() throws Exception {
        tables.keep(Samples.change(Samples.conversation(TALK, 1, 40)));
        long before = written();
        List<Message> messages =
                new ArrayList<>(Samples.conversation(TALK, 2, 41).recent());
        messages.set(3, Samples.message(TALK, 5, 42));
        tables.keep(Samples.change(Samples.conversation(TALK, 42, messages)));
        // The state, the conversation, two messages, and one that went.
        assertThat(written() - before).isEqualTo(5);
        assertThat(tables.load().orElseThrow().conversations().getFirst().recent())
                .isEqualTo(messages);
    }

    @Test
    void keepsABoundedNumberOfMessages() throws Exception {
        tables.keep(Samples.change(Samples.conversation(TALK, 1, 500)));
        List<Message> kept =
                tables.load().orElseThrow().conversations().getFirst().recent();
        assertThat(kept).hasSize(KeptConversation.RECENT_MAX);
        assertThat(kept.getLast().seq()).isEqualTo(500);
    }

    @Test
    void ofConversationsThatRestedForLongTheLastMessageIsRead() throws Exception {
        KeptConversation[] all = new KeptConversation[SnapshotTables.CONVERSATIONS_MAX + 1];
        for (int i = 0; i < all.length; i++) {
            // Each was active later than the one before.
            all[i] = Samples.conversation(new UUID(1, i), i + 1, i + 3);
        }
        tables.keep(Samples.change(all));
        List<KeptConversation> kept = tables.load().orElseThrow().conversations();
        assertThat(kept).hasSize(all.length);
        assertThat(kept.getFirst().recent()).containsExactly(all[0].recent().getLast());
        assertThat(kept.subList(1, kept.size()))
                .allSatisfy(each -> assertThat(each.recent()).hasSize(3));
    }

    @Test
    void whatCannotBeReadIsForgottenWhole() throws Exception {
        tables.keep(Samples.change(Samples.conversation(TALK, 1, 2)));
        database.execute("UPDATE message SET value = '{\"body\":{\"type\":\"from.the.future\"}}' WHERE seq = 1");
        assertThat(tables.load()).isEmpty();
        tables.keep(Samples.change(Samples.conversation(GROUP, 1, 1)));
        assertThat(tables.load().orElseThrow().conversations()).containsExactly(Samples.conversation(GROUP, 1, 1));
    }

    @Test
    void changesThatWaitBecomeOne() {
        PendingSnapshot pending = new PendingSnapshot();
        pending.add(new SnapshotChange(
                Samples.account(1), 1, List.of(), List.of(Samples.conversation(TALK, 1, 1)), List.of()));
        pending.add(new SnapshotChange(
                null,
                2,
                List.of(Samples.person(Samples.ANN, "Ann")),
                List.of(Samples.conversation(TALK, 1, 2), Samples.conversation(GROUP, 1, 1)),
                List.of()));
        pending.add(new SnapshotChange(null, 3, List.of(), List.of(), List.of(GROUP)));
        assertThat(pending.take())
                .hasValue(new SnapshotChange(
                        Samples.account(1),
                        3,
                        List.of(Samples.person(Samples.ANN, "Ann")),
                        List.of(Samples.conversation(TALK, 1, 2)),
                        List.of(GROUP)));
        assertThat(pending.take()).isEmpty();
    }

    @Test
    void whatCouldNotBeWrittenIsOlderThanWhatCameSince() {
        PendingSnapshot pending = new PendingSnapshot();
        SnapshotChange failed = new SnapshotChange(
                Samples.account(1), 1, List.of(), List.of(Samples.conversation(TALK, 1, 1)), List.of());
        pending.add(new SnapshotChange(null, 2, List.of(), List.of(Samples.conversation(TALK, 1, 2)), List.of()));
        pending.putBack(failed);
        assertThat(pending.take())
                .hasValue(new SnapshotChange(
                        Samples.account(1), 2, List.of(), List.of(Samples.conversation(TALK, 1, 2)), List.of()));
    }

    private long written() throws Exception {
        return database.query(row -> row.getLong(1), "SELECT total_changes()").getFirst();
    }
}
