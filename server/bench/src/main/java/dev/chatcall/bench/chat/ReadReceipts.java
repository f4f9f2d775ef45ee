package dev.chatcall.bench.chat;

import dev.chatcall.bench.socket.Ticker;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Lets each client tell how far it has read, gathered over 150 ms as the web client does: everybody has the conversation
 * on screen. The clients' turns are spread over that time.
 */
public final class ReadReceipts implements Ticker {
    private static final long GATHERED = TimeUnit.MILLISECONDS.toNanos(150);

    private final List<ChatClient> clients;
    private final long between;
    private long nextAt;
    private int next;

    public ReadReceipts(List<ChatClient> clients, long now) {
        this.clients = clients;
        this.between = GATHERED / Math.max(1, clients.size());
        this.nextAt = now + between;
    }

    @Override
    public long tick(long now) {
        while (nextAt <= now) {
            ChatClient client = clients.get(next);
            if (client.hasUnread()) {
                client.tellRead();
            }
            next = (next + 1) % clients.size();
            nextAt += between;
        }
        return nextAt;
    }
}
