package dev.chatcall.server.message;

/**
 * The three statements of the hot path, by hand: a batch of any size is two round trips and a commit.
 */
final class AppendStatements {

    /**
     * Takes the rows of the conversations, in one order for all writers so that two never wait for each other in a
     * ring. From here on nobody else numbers anything in them.
     */
    private static final String LOCK = """
            SELECT c.id, c.last_seq, c.last_change,
                   c.kind = 'group' OR EXISTS (
                       SELECT 1 FROM contact k WHERE k.low_id = c.low_id AND k.high_id = c.high_id)
              FROM conversation c
             WHERE c.id = ANY (?)
             ORDER BY c.id
               FOR NO KEY UPDATE OF c
            """;

    /** What is known of each message, read after the lock so that a copy committed just before is seen. */
    private static final String KNOWN = """
            SELECT p.account_id IS NOT NULL, m.seq, m.change, m.sent_at, m.body
              FROM unnest(?::uuid[], ?::uuid[], ?::uuid[])
                   WITH ORDINALITY AS i (conversation_id, sender_id, id, n)
              LEFT JOIN participant p
                ON p.conversation_id = i.conversation_id AND p.account_id = i.sender_id AND p.active
              LEFT JOIN message m
                ON m.conversation_id = i.conversation_id AND m.sender_id = i.sender_id AND m.id = i.id
             ORDER BY i.n
            """;

    /** One round trip; the second statement still sees what was committed before the first had its locks. */
    static final String LOCK_AND_LOOK = LOCK + ";" + KNOWN;

    static final String INSERT = """
            WITH input AS (
                SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::uuid[], ?::uuid[], ?::text[])
                    AS i (conversation_id, seq, change, sender_id, id, body)
            ), stored AS (
                INSERT INTO message (conversation_id, seq, change, sender_id, id, sent_at, body)
                SELECT conversation_id, seq, change, sender_id, id, ?, body::jsonb FROM input
            ), numbered AS (
                UPDATE conversation c SET last_seq = u.seq, last_change = u.change
                  FROM (SELECT conversation_id, max(seq) AS seq, max(change) AS change
                          FROM input GROUP BY conversation_id) u
                 WHERE c.id = u.conversation_id
            )
            UPDATE participant p
               SET read_seq = GREATEST(p.read_seq, u.seq),
                   shown_read_seq = GREATEST(p.shown_read_seq, u.seq),
                   delivered_seq = GREATEST(p.delivered_seq, u.seq)
              FROM (SELECT conversation_id, sender_id, max(seq) AS seq
                      FROM input GROUP BY conversation_id, sender_id) u
             WHERE p.conversation_id = u.conversation_id AND p.account_id = u.sender_id
            """;

    /** Only of members: a mention of somebody else is words. */
    static final String MENTION = """
            INSERT INTO mention (account_id, conversation_id, seq)
            SELECT i.account_id, i.conversation_id, i.seq
              FROM unnest(?::uuid[], ?::uuid[], ?::bigint[]) AS i (account_id, conversation_id, seq)
              JOIN participant p
                ON p.conversation_id = i.conversation_id AND p.account_id = i.account_id AND p.active
            ON CONFLICT DO NOTHING
            """;

    private AppendStatements() {}
}
