package dev.chatcall.bench.socket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * The thread that runs it serves all sockets and does all else that is due: the generator shares its machine with the
 * server that it measures, so it must cost little, and one thread needs no locks and wakes nobody.
 */
public final class EventLoop implements AutoCloseable {
    private static final long LONGEST_WAIT_MS = 50;

    private final Selector selector;
    private final RandomGenerator random;
    private final Connection.Buffers buffers = new Connection.Buffers();

    /** @throws UncheckedIOException when the system has no more selectors */
    public EventLoop(RandomGenerator random) {
        this.random = random;
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Begins to connect to {@code /ws}. What becomes of it the listener is told.
     *
     * @throws UncheckedIOException when there can be no more sockets
     */
    public void connect(InetSocketAddress server, String accessToken, Listener listener) {
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        Upgrade upgrade = new Upgrade(nonce);
        try {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Connection connection =
                    new Connection(channel, listener, buffers, upgrade, upgrade.request(server, accessToken));
            connection.registered(channel.register(selector, SelectionKey.OP_CONNECT, connection));
            channel.connect(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs until done. What is due is done within a millisecond, which is how finely a selector waits; spinning would be
     * more exact and would take a core from the server.
     */
    public void runUntil(BooleanSupplier done, List<Ticker> tickers) {
        Ticker ticker = Ticker.all(tickers);
        while (!done.getAsBoolean()) {
            long next = ticker.tick(System.nanoTime());
            long wait = next == Ticker.NEVER ? Long.MAX_VALUE : next - System.nanoTime();
            try {
                if (wait <= 0) {
                    selector.selectNow(EventLoop::ready);
                } else {
                    long millis = Math.clamp(TimeUnit.NANOSECONDS.toMillis(wait), 1, LONGEST_WAIT_MS);
                    selector.select(EventLoop::ready, millis);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void ready(SelectionKey key) {
        if (key.isValid() && key.attachment() instanceof Connection connection) {
            connection.ready(key.readyOps());
        }
    }

    /** Closes what is still open. */
    @Override
    public void close() {
        try {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
