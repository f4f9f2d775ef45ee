package dev.chatcall.bench.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.bench.load.Arrivals;
import dev.chatcall.bench.load.Ledger;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.conversation.ConversationState;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessageBody;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a client makes of the frames that a server encodes from the protocol's records. */
class ChatClientTest {
    private static final UUID CONVERSATION = UUID.randomUUID();
    private static final UUID SOMEBODY = UUID.randomUUID();

    private final JsonMapper json = JsonMapper.builder().build();
    private final Traffic traffic = new Traffic();
    private final ChatClient client = new ChatClient(CONVERSATION, json, traffic);
    private final Ledger ledger = new Ledger(0, 0, Arrivals.poisson(5, 1_000_000_000, new SplittableRandom(1)), 0, 1);

    @BeforeEach
    void synchronise() {
        receive(new ServerMessage.StateOfConversation(
                new ConversationState(CONVERSATION, null, 9, 6, null, List.of(), List.of(), List.of(), List.of())));
        assertThat(client.ready()).isFalse();
        receive(new ServerMessage.SyncDone());
        traffic.to(ledger);
        while (ledger.nextDue() != Long.MAX_VALUE) {
            ledger.send(0);
        }
    }

    @Test
    void isReadyOnceItIsInStep() {
        assertThat(client.ready()).isTrue();
    }

    @Test
    void countsWhatIsAcceptedAndWhatArrives() {
        receive(accepted(7, 0));
        receive(arrived(CONVERSATION, 8, 1));

        assertThat(ledger.acceptedCount()).isEqualTo(1);
        assertThat(ledger.deliveredCount()).isEqualTo(1);
        assertThat(ledger.faults().disordered()).isZero();
        assertThat(ledger.faults().foreign()).isZero();
    }

    @Test
    void noticesAGap() {
        receive(arrived(CONVERSATION, 8, 0));

        assertThat(ledger.faults().disordered()).isEqualTo(1);
    }

    @Test
    void noticesWhatComesTwice() {
        receive(arrived(CONVERSATION, 7, 0));
        receive(arrived(CONVERSATION, 7, 0));

        assertThat(ledger.faults().disordered()).isEqualTo(1);
        assertThat(ledger.faults().doubled()).isEqualTo(1);
    }

    @Test
    void noticesAnotherConversation() {
        receive(arrived(UUID.randomUUID(), 7, 0));

        assertThat(ledger.faults().disordered()).isEqualTo(1);
    }

    @Test
    void countsRefusals() {
        receive(new ServerMessage.Error("000000000001", ErrorCode.SERVER_BUSY, "too much", 1_000L));

        assertThat(ledger.faults().refused()).isEqualTo(1);
        assertThat(traffic.lastTrouble()).isEqualTo("server.busy too much");
    }

    @Test
    void passesOverReceiptsAndWhatElseComes() {
        receive(new ServerMessage.ReceiptsMoved(CONVERSATION, 10, List.of()));
        receive(new ServerMessage.Pong());
        receive(new ServerMessage.PresenceChanged(List.of()));

        assertThat(traffic.receiptFrames()).isEqualTo(1);
        assertThat(ledger.faults().none()).isFalse();
        assertThat(ledger.faults().unanswered()).isEqualTo(ledger.sentCount());
    }

    @Test
    void hasUnreadUntilItTells() {
        assertThat(client.hasUnread()).isFalse();
        receive(arrived(CONVERSATION, 7, 0));
        assertThat(client.hasUnread()).isTrue();
        client.tellRead();
        assertThat(client.hasUnread()).isFalse();
    }

    private static ServerMessage accepted(long seq, long number) {
        return new ServerMessage.MessageAccepted(
                "%012d".formatted(number), CONVERSATION, UUID.randomUUID(), seq, seq + 3, 1);
    }

    private static ServerMessage arrived(UUID conversation, long seq, long number) {
        return new ServerMessage.NewMessage(new Message(
                conversation,
                UUID.randomUUID(),
                seq,
                seq + 3,
                SOMEBODY,
                1,
                new MessageBody.Text("bench %012d: hello".formatted(number), List.of())));
    }

    private void receive(ServerMessage message) {
        byte[] bytes = json.writerFor(ServerMessage.class).writeValueAsBytes(message);
        client.text(bytes, 0, bytes.length);
    }
}
