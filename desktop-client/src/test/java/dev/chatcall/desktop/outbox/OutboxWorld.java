package dev.chatcall.desktop.outbox;

import dev.chatcall.desktop.connection.ReconnectPolicy;
import dev.chatcall.desktop.storage.MemoryStorage;
import dev.chatcall.desktop.testing.FakeLoop;
import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.MessageBody;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;

/** An outbox, a disk that is slower than a thought, a line that can be cut, and a server that stores each id once. */
final class OutboxWorld {
    static final Duration WAY = Duration.ofMillis(20);
    static final Duration RECONNECT = Duration.ofMillis(300);

    final FakeLoop loop = new FakeLoop();
    final MemoryStorage disk = new MemoryStorage(true);
    final Queue<ErrorCode> refusals = new ArrayDeque<>();
    final Map<UUID, List<String>> stored = new HashMap<>();
    final List<ClientMessage.SendMessage> received = new ArrayList<>();
    boolean reachable = true;
    Outbox outbox;

    private final Map<UUID, Long> known = new HashMap<>();
    private final ReconnectPolicy policy;
    /** Of the program and of its line: what is on its way with an older number is lost. */
    private int line;

    private int program;
    private boolean live;

    OutboxWorld() {
        this(failures -> Duration.ofMillis(100L * failures));
    }

    OutboxWorld(ReconnectPolicy policy) {
        this.policy = policy;
        start();
        pass(1_000);
    }

    void pass(long milliseconds) {
        loop.pass(Duration.ofMillis(milliseconds));
    }

    /** The text is kept from here on, whether the program hears of it or not. */
    UUID write(UUID conversation, String text) {
        UUID id = new UUID(text.hashCode(), conversation.getLeastSignificantBits());
        var _ = outbox.add(conversation, id, new MessageBody.Text(text, List.of()));
        return id;
    }

    /** The program is killed and started again. */
    void restart() {
        outbox.end();
        start();
    }

    void cut() {
        line++;
        live = false;
        outbox.lost();
        connectLater();
    }

    List<String> storedIn(UUID conversation) {
        return stored.getOrDefault(conversation, List.of());
    }

    private void start() {
        program++;
        line++;
        live = false;
        Outbox begun = new Outbox(loop, policy, this::send);
        outbox = begun;
        SlowDisk opened = new SlowDisk(disk, loop, program, () -> program);
        var _ = begun.begin(opened);
        connectLater();
    }

    private void connectLater() {
        int of = line;
        loop.after(RECONNECT, () -> {
            if (of != line || live) {
                return;
            }
            if (!reachable) {
                connectLater();
                return;
            }
            live = true;
            // A sync tells of what was stored meanwhile.
            known.keySet().forEach(this::tellStored);
            outbox.live();
        });
    }

    private boolean send(ClientMessage message) {
        if (!live) {
            return false;
        }
        int of = line;
        loop.after(WAY, () -> {
            if (of == line) {
                arrived((ClientMessage.SendMessage) message);
            }
        });
        return true;
    }

    private void arrived(ClientMessage.SendMessage message) {
        received.add(message);
        ErrorCode refusal = refusals.poll();
        if (refusal != null) {
            answer(() -> outbox.refused(new ServerMessage.Error(message.requestId(), refusal, "", null)));
            return;
        }
        List<String> all = stored.computeIfAbsent(message.conversationId(), id -> new ArrayList<>());
        if (known.putIfAbsent(message.id(), all.size() + 1L) == null) {
            all.add(((MessageBody.Text) message.body()).text());
        }
        long change = known.get(message.id());
        answer(() -> {
            outbox.accepted(new ServerMessage.MessageAccepted(
                    message.requestId(), message.conversationId(), message.id(), change, change, 0));
            outbox.settle(message.conversationId(), change);
        });
    }

    private void answer(Runnable heard) {
        int of = line;
        loop.after(WAY, () -> {
            if (of == line) {
                heard.run();
            }
        });
    }

    private void tellStored(UUID id) {
        for (UUID conversation : List.copyOf(outbox.state().get().entries().keySet())) {
            outbox.stored(conversation, id);
        }
    }
}
