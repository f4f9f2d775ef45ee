package dev.chatcall.desktop.sync;

import dev.chatcall.desktop.testing.FakeLoop;
import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.message.MessageBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A client at the end of a line that loses, doubles and swaps frames, and that may be ended and started again. */
final class BadlyConnected implements Replica.Events {
    private final FakeLoop loop = new FakeLoop();
    private final ModelServer server;
    private final UUID me;
    private final KeptState kept = new KeptState();
    private final Replica replica = new Replica(loop, this);
    private final List<ServerMessage> frames = new ArrayList<>();
    private SnapshotWriter writer;
    private ModelServer.Line line;

    BadlyConnected(ModelServer server, UUID me) {
        this.server = server;
        this.me = me;
        replica.begin(me);
        writer = new SnapshotWriter(loop, replica.state(), kept);
    }

    FakeLoop loop() {
        return loop;
    }

    SyncState state() {
        return replica.state().get();
    }

    void reconnect() {
        if (line != null) {
            server.disconnect(line);
        }
        frames.clear();
        line = new ModelServer.Line(me, frames::add);
        server.connect(line);
        server.receive(line, replica.hello("test"));
    }

    /** Ends without a word: what was kept last is what the next start begins with. */
    void killAndStart() {
        writer.abandon();
        replica.begin(me);
        kept.load().join().ifPresent(replica::recall);
        writer = new SnapshotWriter(loop, replica.state(), kept);
        reconnect();
    }

    void deliver(int count) {
        for (ServerMessage frame : taken(count)) {
            replica.receive(frame);
        }
    }

    void lose(int count) {
        taken(count);
    }

    void twice(int count) {
        List<ServerMessage> some = List.copyOf(frames.subList(0, Math.min(count, frames.size())));
        frames.addAll(some.size(), some);
    }

    void swap(int count) {
        frames.addAll(0, taken(count).reversed());
    }

    void deliverAll() {
        while (!frames.isEmpty()) {
            deliver(frames.size());
        }
    }

    private List<ServerMessage> taken(int count) {
        List<ServerMessage> head = frames.subList(0, Math.min(count, frames.size()));
        List<ServerMessage> some = List.copyOf(head);
        head.clear();
        return some;
    }

    @Override
    public boolean send(ClientMessage frame) {
        if (line != null) {
            server.receive(line, frame);
        }
        return line != null;
    }

    @Override
    public Optional<MessageBody> bodyOf(UUID conversationId, UUID id) {
        return Optional.empty();
    }

    @Override
    public void happened(Effect effect) {}
}
