package dev.chatcall.protocol.message;

import java.util.List;

/**
 * A piece of history in ascending order of {@code seq}.
 *
 * @param messages at most {@link dev.chatcall.protocol.Limits#PAGE_MAX}
 * @param firstSeq the conversation's first message (1, or 0 when it has none): there is nothing before it
 * @param lastSeq the conversation's last message when the page was read
 */
public record MessagePage(List<Message> messages, long firstSeq, long lastSeq) {}
