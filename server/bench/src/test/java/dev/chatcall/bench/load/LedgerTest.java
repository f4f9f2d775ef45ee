package dev.chatcall.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final long FIRST = 1_000;
    private static final long START = 5_000_000;
    private static final int RECIPIENTS = 2;

    private final Arrivals arrivals = Arrivals.poisson(10, TimeUnit.SECONDS.toNanos(1), new SplittableRandom(3));
    private final Ledger ledger = new Ledger(FIRST, START, arrivals, 0, RECIPIENTS);

    @Test
    void handsOutMessagesWhenTheyAreDue() {
        long due = START + arrivals.offset(0);

        assertThat(ledger.due(due - 1)).isFalse();
        assertThat(ledger.nextDue()).isEqualTo(due);
        assertThat(ledger.due(due)).isTrue();
        assertThat(ledger.send(due)).isEqualTo(FIRST);
        assertThat(ledger.nextDue()).isEqualTo(START + arrivals.offset(1));
    }

    @Test
    void isSettledOnceEverythingIsAnsweredAndHasArrived() {
        sendAll();
        for (long number = FIRST; number < FIRST + arrivals.count(); number++) {
            assertThat(ledger.settled()).isFalse();
            ledger.accepted(number, START);
            ledger.delivered(number, START);
            ledger.delivered(number, START);
        }

        assertThat(ledger.settled()).isTrue();
        assertThat(ledger.faults()).isEqualTo(new Ledger.Faults(0, 0, 0, 0, 0, 0));
        assertThat(ledger.faults().none()).isTrue();
    }

    @Test
    void countsLatencyFromTheIntendedTime() {
        sendAll();
        long intended = START + arrivals.offset(0);
        ledger.accepted(FIRST, intended + TimeUnit.MILLISECONDS.toNanos(40));
        ledger.delivered(FIRST, intended + TimeUnit.MILLISECONDS.toNanos(50));

        assertThat(ledger.acceptedAfter().max()).isBetween(39.9, 40.1);
        assertThat(ledger.deliveredAfter().max()).isBetween(49.9, 50.1);
    }

    @Test
    void leavesTheWarmUpOut() {
        Ledger second = new Ledger(FIRST, START, arrivals, 1, RECIPIENTS);
        second.send(START);
        second.accepted(FIRST, START);

        assertThat(second.acceptedAfter().count()).isZero();
        assertThat(second.acceptedCount()).isEqualTo(1);
        assertThat(second.measuredCount()).isEqualTo(arrivals.count() - 1);
    }

    @Test
    void findsWhatIsLostAndUnanswered() {
        sendAll();
        ledger.accepted(FIRST, START);
        ledger.delivered(FIRST, START);

        assertThat(ledger.settled()).isFalse();
        assertThat(ledger.faults()).isEqualTo(new Ledger.Faults(0, arrivals.count() - 1, 1, 0, 0, 0));
        assertThat(ledger.faults().none()).isFalse();
    }

    @Test
    void findsWhatIsDoubled() {
        sendAll();
        ledger.accepted(FIRST, START);
        ledger.accepted(FIRST, START);
        ledger.delivered(FIRST, START);
        ledger.delivered(FIRST, START);
        ledger.delivered(FIRST, START);

        assertThat(ledger.faults().doubled()).isEqualTo(2);
        assertThat(ledger.acceptedCount()).isEqualTo(1);
    }

    @Test
    void aRefusalIsAnAnswerAndNoFault() {
        sendAll();
        for (long number = FIRST; number < FIRST + arrivals.count(); number++) {
            ledger.refused(number);
        }

        assertThat(ledger.settled()).isTrue();
        assertThat(ledger.faults().refused()).isEqualTo(arrivals.count());
        assertThat(ledger.faults().none()).isTrue();
    }

    @Test
    void findsMessagesOfAnotherStep() {
        ledger.send(START);
        ledger.delivered(FIRST - 1, START);
        ledger.accepted(FIRST + 1, START);
        ledger.disordered();

        assertThat(ledger.faults()).isEqualTo(new Ledger.Faults(0, 1, 0, 0, 1, 2));
    }

    private void sendAll() {
        while (ledger.nextDue() != Long.MAX_VALUE) {
            ledger.send(START);
        }
    }
}
