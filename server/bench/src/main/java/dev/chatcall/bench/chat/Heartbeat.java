package dev.chatcall.bench.chat;

import dev.chatcall.bench.socket.Ticker;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Lets each client ping every 25 seconds, as the real ones do, one after the other. */
public final class Heartbeat implements Ticker {
    private static final long EVERY = TimeUnit.SECONDS.toNanos(25);

    private final List<ChatClient> clients;
    private final long between;
    private long nextAt;
    private int next;

    public Heartbeat(List<ChatClient> clients, long now) {
        this.clients = clients;
        this.between = EVERY / Math.max(1, clients.size());
        this.nextAt = now + between;
    }

    @Override
    public long tick(long now) {
        while (nextAt <= now) {
            clients.get(next).ping();
            next = (next + 1) % clients.size();
            nextAt += between;
        }
        return nextAt;
    }
}
