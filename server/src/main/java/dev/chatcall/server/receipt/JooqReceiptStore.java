package dev.chatcall.server.receipt;

import static dev.chatcall.server.database.generated.Tables.ACCOUNT;
import static dev.chatcall.server.database.generated.Tables.CONVERSATION;
import static dev.chatcall.server.database.generated.Tables.PARTICIPANT;
import static org.jooq.impl.DSL.row;

import dev.chatcall.protocol.conversation.ReadPointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Row2;

/** {@link ReceiptStore} on PostgreSQL: three statements for any number of conversations and people. */
public final class JooqReceiptStore implements ReceiptStore {
    private static final String UPDATE = """
            WITH moved AS (
                SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                    AS m (conversation_id, account_id, read_seq, shown_read_seq, delivered_seq, change)
            ), numbered AS (
                UPDATE conversation c SET last_change = u.change
                  FROM (SELECT DISTINCT conversation_id, change FROM moved) u
                 WHERE c.id = u.conversation_id
            )
            UPDATE participant p
               SET read_seq = m.read_seq, shown_read_seq = m.shown_read_seq,
                   delivered_seq = m.delivered_seq, change = m.change
              FROM moved m
             WHERE p.conversation_id = m.conversation_id AND p.account_id = m.account_id
            """;

    private final DSLContext dsl;

    public JooqReceiptStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** A participant's pointers as they are to be. @param before what others saw of them */
    private record Moved(
            UUID conversationId, UUID accountId, long read, long shown, long delivered, boolean visible, long change) {}

    private record Counters(long lastSeq, long lastChange) {}

    @Override
    public List<Movement> move(Map<UUID, Map<UUID, Progress>> progress) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            Map<UUID, Counters> counters = lock(tx, progress);
            List<Moved> moved = moved(tx, progress, counters);
            if (!moved.isEmpty()) {
                update(tx, moved);
            }
            return movements(moved);
        });
    }

    private Map<UUID, Counters> lock(DSLContext tx, Map<UUID, Map<UUID, Progress>> progress) {
        Map<UUID, Counters> counters = new HashMap<>();
        tx.select(CONVERSATION.ID, CONVERSATION.LAST_SEQ, CONVERSATION.LAST_CHANGE)
                .from(CONVERSATION)
                .where(CONVERSATION.ID.in(progress.keySet()))
                .orderBy(CONVERSATION.ID)
                .forNoKeyUpdate()
                .forEach(row -> counters.put(row.value1(), new Counters(row.value2(), row.value3())));
        return counters;
    }

    private List<Moved> moved(DSLContext tx, Map<UUID, Map<UUID, Progress>> progress, Map<UUID, Counters> counters) {
        List<Row2<UUID, UUID>> keys = new ArrayList<>();
        progress.forEach((conversationId, people) ->
                people.keySet().forEach(accountId -> keys.add(row(conversationId, accountId))));
        List<Moved> moved = new ArrayList<>();
        tx.select(
                        PARTICIPANT.CONVERSATION_ID,
                        PARTICIPANT.ACCOUNT_ID,
                        PARTICIPANT.READ_SEQ,
                        PARTICIPANT.SHOWN_READ_SEQ,
                        PARTICIPANT.DELIVERED_SEQ,
                        ACCOUNT.SENDS_READ_RECEIPTS)
                .from(PARTICIPANT)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(PARTICIPANT.ACCOUNT_ID))
                .where(row(PARTICIPANT.CONVERSATION_ID, PARTICIPANT.ACCOUNT_ID).in(keys))
                .and(PARTICIPANT.ACTIVE)
                .forEach(row -> {
                    Counters conversation = counters.get(row.value1());
                    Progress said =
                            progress.getOrDefault(row.value1(), Map.of()).get(row.value2());
                    if (conversation == null || said == null) {
                        return;
                    }
                    long read = Math.max(row.value3(), Math.min(said.readSeq(), conversation.lastSeq()));
                    long shown = row.value6() ? Math.max(row.value4(), read) : row.value4();
                    long delivered = Math.max(
                            Math.max(row.value5(), read), Math.min(said.deliveredSeq(), conversation.lastSeq()));
                    boolean visible = shown > row.value4() || delivered > row.value5();
                    if (visible || read > row.value3()) {
                        moved.add(new Moved(
                                row.value1(),
                                row.value2(),
                                read,
                                shown,
                                delivered,
                                visible,
                                conversation.lastChange() + 1));
                    }
                });
        return moved;
    }

    private void update(DSLContext tx, List<Moved> moved) {
        tx.execute(
                UPDATE,
                moved.stream().map(Moved::conversationId).toArray(UUID[]::new),
                moved.stream().map(Moved::accountId).toArray(UUID[]::new),
                moved.stream().map(Moved::read).toArray(Long[]::new),
                moved.stream().map(Moved::shown).toArray(Long[]::new),
                moved.stream().map(Moved::delivered).toArray(Long[]::new),
                moved.stream().map(Moved::change).toArray(Long[]::new));
    }

    private static List<Movement> movements(List<Moved> moved) {
        Map<UUID, Movement> byConversation = new HashMap<>();
        for (Moved each : moved) {
            Movement movement = byConversation.computeIfAbsent(
                    each.conversationId(), id -> new Movement(id, each.change(), new ArrayList<>(), new HashMap<>()));
            if (each.visible()) {
                movement.shown().add(new ReadPointer(each.accountId(), each.shown(), each.delivered()));
            }
            if (each.read() != each.shown()) {
                movement.own().put(each.accountId(), new ReadPointer(each.accountId(), each.read(), each.delivered()));
            }
        }
        return List.copyOf(byConversation.values());
    }
}
