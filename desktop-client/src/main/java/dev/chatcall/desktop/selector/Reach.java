package dev.chatcall.desktop.selector;

import dev.chatcall.desktop.client.Delivery;
import dev.chatcall.desktop.sync.ConversationEntry;
import dev.chatcall.protocol.conversation.Participant;
import java.util.UUID;

/** How far all others are: what is at or below is delivered to, or read by, each of them. */
record Reach(long read, long delivered) {

    static Reach of(ConversationEntry entry, UUID me) {
        long read = Long.MAX_VALUE;
        long delivered = Long.MAX_VALUE;
        for (Participant participant : entry.participants().values()) {
            if (!participant.accountId().equals(me)) {
                read = Math.min(read, participant.readSeq());
                delivered = Math.min(delivered, Math.max(participant.deliveredSeq(), participant.readSeq()));
            }
        }
        // Alone in a group: nobody is there who could have received it.
        return delivered == Long.MAX_VALUE ? new Reach(0, 0) : new Reach(read, delivered);
    }

    Delivery deliveryOf(long seq) {
        if (seq <= read) {
            return Delivery.READ;
        }
        return seq <= delivered ? Delivery.DELIVERED : Delivery.SENT;
    }
}
