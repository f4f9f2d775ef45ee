package dev.chatcall.server.message;

import static dev.chatcall.server.database.generated.Tables.CONVERSATION;
import static dev.chatcall.server.database.generated.Tables.MESSAGE;

import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessagePage;
import dev.chatcall.server.database.generated.tables.records.MessageRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

/** {@link MessageStore} on PostgreSQL. Pages are found by key, so a page deep in history costs what the first does. */
public final class JooqMessageStore implements MessageStore {
    private final DSLContext dsl;
    private final DataSource dataSource;
    private final MessageRows rows;
    private final Clock clock;

    public JooqMessageStore(DSLContext dsl, DataSource dataSource, JsonMapper mapper, Clock clock) {
        this.dsl = dsl;
        this.dataSource = dataSource;
        this.rows = new MessageRows(mapper);
        this.clock = clock;
    }

    @Override
    public List<AppendOutcome> append(List<PendingMessage> batch) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return new AppendTransaction(connection, rows, clock.instant().truncatedTo(ChronoUnit.MILLIS))
                        .run(batch);
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw dataAtFault(e)
                    ? new UnstorableException(e)
                    : new DataAccessException("The batch could not be stored", e);
        }
    }

    /** SQLSTATE classes 22 (data exception) and 23 (integrity constraint violation). */
    private static boolean dataAtFault(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    @Override
    public MessagePage before(UUID conversationId, long seq, int limit) {
        List<Message> newestFirst = dsl.selectFrom(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(conversationId))
                .and(MESSAGE.SEQ.lt(seq))
                .orderBy(MESSAGE.SEQ.desc())
                .limit(limit)
                .fetch(this::message);
        return page(conversationId, newestFirst.reversed());
    }

    @Override
    public MessagePage after(UUID conversationId, long seq, int limit) {
        return page(conversationId, ascending(conversationId, MESSAGE.SEQ.gt(seq), limit));
    }

    @Override
    public List<Message> changedSince(UUID conversationId, long change, int limit) {
        return ascending(conversationId, MESSAGE.CHANGE.gt(change), limit);
    }

    private List<Message> ascending(UUID conversationId, Condition which, int limit) {
        return dsl.selectFrom(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(conversationId))
                .and(which)
                .orderBy(MESSAGE.SEQ)
                .limit(limit)
                .fetch(this::message);
    }

    private MessagePage page(UUID conversationId, List<Message> messages) {
        Long last = dsl.select(CONVERSATION.LAST_SEQ)
                .from(CONVERSATION)
                .where(CONVERSATION.ID.eq(conversationId))
                .fetchOne(CONVERSATION.LAST_SEQ);
        long lastSeq = last == null ? 0 : last;
        return new MessagePage(messages, Math.min(1, lastSeq), lastSeq);
    }

    private Message message(MessageRecord row) {
        return rows.message(row);
    }
}
