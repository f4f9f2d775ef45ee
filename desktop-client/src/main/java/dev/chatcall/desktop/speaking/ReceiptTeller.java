package dev.chatcall.desktop.speaking;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.sync.ConversationEntry;
import dev.chatcall.desktop.sync.Replica;
import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.conversation.Participant;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells the server how far messages have arrived here and how far the person has read, each only forward. */
public final class ReceiptTeller {
    /** What happens within this time is said together. */
    private static final Duration GATHER = Duration.ofMillis(150);
    /** After a long absence there may be thousands to tell of: so many at once, and then a pause, is within the limits. */
    private static final int AT_ONCE = 10;

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Loop loop;
    private final Replica replica;
    private final Predicate<ClientMessage> send;
    private final Set<UUID> due = new LinkedHashSet<>();
    /** What was said on this line; the server's own word comes back a little later. */
    private final Map<UUID, Said> said = new HashMap<>();

    private @Nullable Subscription timer;

    public ReceiptTeller(Loop loop, Replica replica, Predicate<ClientMessage> send) {
        this.loop = loop;
        this.replica = replica;
        this.send = send;
    }

    /** The person saw everything up to {@code seq}; badges follow at once. */
    public void read(UUID conversationId, long seq) {
        replica.change(conversationId, entry -> {
            long readAhead = Math.min(seq, entry.lastSeq());
            return readAhead > entry.readAhead() ? entry.withReadAhead(readAhead) : entry;
        });
        advanced(conversationId);
    }

    /** Something of the conversation changed. */
    public void advanced(UUID conversationId) {
        due.add(conversationId);
        if (timer == null) {
            tellAfter(GATHER);
        }
    }

    /** A new line is live: what was said on the last one may not have arrived. */
    public void synced() {
        said.clear();
        replica.state().get().conversations().keySet().forEach(this::advanced);
    }

    /** The server took less than was said, and does not say what. */
    public void refused(Duration retryAfter) {
        said.clear();
        due.addAll(replica.state().get().conversations().keySet());
        tellAfter(retryAfter.compareTo(PAUSE) < 0 ? PAUSE : retryAfter);
    }

    public void stop() {
        if (timer != null) {
            timer.close();
        }
        timer = null;
        due.clear();
        said.clear();
    }

    private void tellAfter(Duration delay) {
        if (timer != null) {
            timer.close();
        }
        timer = loop.after(delay, this::tell);
    }

    private void tell() {
        timer = null;
        int told = 0;
        for (UUID id : List.copyOf(due)) {
            if (told >= AT_ONCE) {
                break;
            }
            due.remove(id);
            if (replica.entry(id).filter(entry -> tellOf(id, entry)).isPresent()) {
                told++;
            }
        }
        if (!due.isEmpty()) {
            tellAfter(PAUSE);
        }
    }

    private boolean tellOf(UUID conversationId, ConversationEntry entry) {
        Participant own = entry.participants().get(replica.accountId());
        if (own == null) {
            return false;
        }
        Said before = said.getOrDefault(conversationId, new Said(0, 0));
        long read = entry.readAhead();
        long delivered = entry.lastSeq();
        boolean tellRead = read > Math.max(own.readSeq(), before.read());
        // What was read has arrived: that is said once.
        long arrived = Math.max(Math.max(own.deliveredSeq(), before.delivered()), before.read());
        boolean tellDelivered = delivered > (tellRead ? Math.max(arrived, read) : arrived);
        if (tellRead && !send.test(new ClientMessage.MarkRead(conversationId, read))) {
            return false;
        }
        if (tellDelivered && !send.test(new ClientMessage.MarkDelivered(conversationId, delivered))) {
            return false;
        }
        if (tellRead || tellDelivered) {
            said.put(
                    conversationId,
                    new Said(tellRead ? read : before.read(), tellDelivered ? delivered : before.delivered()));
        }
        return tellRead || tellDelivered;
    }

    private record Said(long read, long delivered) {}
}
