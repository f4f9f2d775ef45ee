package dev.chatcall.desktop.sync;

import dev.chatcall.protocol.message.Message;
import java.util.List;

/** A loaded piece of history: messages with consecutive {@code seq}, ascending; never empty. */
public record Range(List<Message> messages) {
    public Range {
        messages = List.copyOf(messages);
    }

    public long firstSeq() {
        return messages.getFirst().seq();
    }

    public long lastSeq() {
        return messages.getLast().seq();
    }

    public int size() {
        return messages.size();
    }

    public boolean contains(long seq) {
        return firstSeq() <= seq && seq <= lastSeq();
    }
}
