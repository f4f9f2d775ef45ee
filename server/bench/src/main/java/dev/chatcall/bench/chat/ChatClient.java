package dev.chatcall.bench.chat;

import dev.chatcall.bench.load.Ledger;
import dev.chatcall.bench.socket.Connection;
import dev.chatcall.bench.socket.Listener;
import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.ServerMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One device of one person, in one conversation: says hello, sends, and checks that everything it is sent comes in the
 * conversation's order without a gap. Frames of the load are read by {@link Marker}s, all others as records.
 */
public final class ChatClient implements Listener {
    private static final Marker NEW = new Marker("{\"type\":\"message.new\"");
    private static final Marker ACCEPTED = new Marker("{\"type\":\"message.accepted\"");
    private static final Marker RECEIPTS = new Marker("{\"type\":\"receipts.moved\"");
    private static final byte[] PING = "{\"type\":\"ping\"}".getBytes(StandardCharsets.US_ASCII);

    private final Marker seq = new Marker("\"seq\":");
    private final Marker requestId = new Marker("\"requestId\":\"");
    private final Marker text = new Marker("\"text\":\"" + SendTemplate.TEXT_BEGINS);
    private final Marker conversation;

    private final JsonMapper json;
    private final Traffic traffic;
    private final SendTemplate template;
    private final byte[] read;
    private final UUID conversationId;
    private @Nullable Connection connection;
    private boolean ready;
    private boolean gone;
    private long lastSeq;
    private long toldSeq;

    /** @param conversationId the one conversation of this client that anything happens in */
    public ChatClient(UUID conversationId, JsonMapper json, Traffic traffic) {
        this.conversationId = conversationId;
        this.json = json;
        this.traffic = traffic;
        this.conversation = new Marker("\"conversationId\":\"" + conversationId);
        this.template = new SendTemplate(conversationId, json);
        this.read = json.writeValueAsBytes(new ClientMessage.MarkRead(conversationId, 0));
    }

    /** Whether {@code hello} is answered to its end. */
    public boolean ready() {
        return ready;
    }

    /** Whether the connection was lost. */
    public boolean gone() {
        return gone;
    }

    public void send(long number, int salt) {
        if (connection != null) {
            byte[] frame = template.frame(number, System.currentTimeMillis(), salt);
            connection.send(frame, frame.length);
        }
    }

    public void ping() {
        if (connection != null) {
            connection.send(PING, PING.length);
        }
    }

    /** Whether something came that {@link #tellRead()} would tell of. */
    boolean hasUnread() {
        return lastSeq > toldSeq;
    }

    /** Tells that everything that came is read, as a client with the conversation on screen does. */
    void tellRead() {
        toldSeq = lastSeq;
        if (connection != null) {
            byte[] digits = (lastSeq + "}").getBytes(StandardCharsets.US_ASCII);
            byte[] frame = new byte[read.length - 2 + digits.length];
            System.arraycopy(read, 0, frame, 0, read.length - 2);
            System.arraycopy(digits, 0, frame, read.length - 2, digits.length);
            connection.send(frame, frame.length);
        }
    }

    /** Hangs up. */
    public void close() {
        if (connection != null) {
            connection.close();
        }
    }

    @Override
    public void opened(Connection opened) {
        connection = opened;
        byte[] hello = json.writeValueAsBytes(
                new ClientMessage.Hello(Limits.PROTOCOL_VERSION, "chatcall-bench", List.of(), 0, 0, List.of()));
        opened.send(hello, hello.length);
    }

    @Override
    public void closed(int code, String reason) {
        gone = true;
        traffic.closed("closed with " + code + " " + reason);
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        Ledger ledger = traffic.ledger();
        if (ledger != null && NEW.isAt(bytes, from, to)) {
            arrived(ledger, bytes, from, to);
        } else if (ledger != null && ACCEPTED.isAt(bytes, from, to)) {
            inOrder(ledger, bytes, from, to);
            ledger.accepted(Marker.number(bytes, requestId.after(bytes, from, to), to), System.nanoTime());
        } else if (RECEIPTS.isAt(bytes, from, to)) {
            traffic.receipt();
        } else {
            other(json.readValue(bytes, from, to - from, ServerMessage.class));
        }
    }

    private void arrived(Ledger ledger, byte[] bytes, int from, int to) {
        inOrder(ledger, bytes, from, to);
        ledger.delivered(Marker.number(bytes, text.after(bytes, from, to), to), System.nanoTime());
    }

    private void inOrder(Ledger ledger, byte[] bytes, int from, int to) {
        long number = Marker.number(bytes, seq.after(bytes, from, to), to);
        if (number != lastSeq + 1 || conversation.after(bytes, from, to) < 0) {
            ledger.disordered();
        }
        lastSeq = number;
    }

    private void other(ServerMessage message) {
        switch (message) {
            case ServerMessage.StateOfConversation(var state)
            when state.conversationId().equals(conversationId) -> {
                lastSeq = state.lastSeq();
                toldSeq = lastSeq;
            }
            case ServerMessage.SyncDone done -> ready = true;
            case ServerMessage.Error error -> refused(error);
            default -> {}
        }
    }

    private void refused(ServerMessage.Error error) {
        traffic.trouble(error.code().code() + " " + error.detail());
        Ledger ledger = traffic.ledger();
        if (ledger != null && error.requestId() != null) {
            byte[] digits = error.requestId().getBytes(StandardCharsets.US_ASCII);
            ledger.refused(Marker.number(digits, 0, digits.length));
        }
    }
}
