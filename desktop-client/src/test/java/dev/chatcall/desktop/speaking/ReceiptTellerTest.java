package dev.chatcall.desktop.speaking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatcall.desktop.sync.Held;
import dev.chatcall.desktop.testing.FakeLoop;
import dev.chatcall.protocol.ClientMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptTellerTest {
    private final FakeLoop loop = new FakeLoop();
    private final Held held = new Held(loop, 9, 4);
    private final ReceiptTeller teller = new ReceiptTeller(loop, held.replica(), held::send);

    @Test
    void whatArrivesIsSaidOnceAndTogether() {
        held.arrive();
        teller.advanced(Held.ID);
        held.arrive();
        teller.advanced(Held.ID);
        loop.pass(Duration.ofSeconds(2));
        assertEquals(List.of(new ClientMessage.MarkDelivered(Held.ID, 11)), held.said());
    }

    @Test
    void whatIsReadHasArrivedAndIsSaidOnce() {
        teller.read(Held.ID, 9);
        teller.advanced(Held.ID);
        loop.pass(Duration.ofSeconds(2));
        assertEquals(List.of(new ClientMessage.MarkRead(Held.ID, 9)), held.said());
        assertEquals(9, held.entry().readSeqOf(Held.ME));
    }

    @Test
    void readingMovesOnlyForwardAndNeverPastTheEnd() {
        teller.read(Held.ID, 99);
        teller.read(Held.ID, 5);
        loop.pass(Duration.ofSeconds(2));
        assertEquals(List.of(new ClientMessage.MarkRead(Held.ID, 9)), held.said());
    }

    @Test
    void aNewLineIsToldAgain() {
        teller.read(Held.ID, 9);
        loop.pass(Duration.ofSeconds(2));
        teller.synced();
        loop.pass(Duration.ofSeconds(2));
        assertEquals(2, held.said().size());
    }
}
