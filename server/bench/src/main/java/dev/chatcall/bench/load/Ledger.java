package dev.chatcall.bench.load;

import java.util.BitSet;

/**
 * What became of every message of one step: each must be accepted once and arrive once at each recipient. Messages are
 * numbered across steps, so that one that comes too late is not taken for one of the next.
 */
public final class Ledger {
    private final long firstNumber;
    private final long start;
    private final Arrivals arrivals;
    private final int measuredFrom;
    private final int recipients;
    private final short[] deliveries;
    private final BitSet accepted = new BitSet();
    private final BitSet refused = new BitSet();
    private final Latencies acceptedAfter = new Latencies();
    private final Latencies deliveredAfter = new Latencies();
    private final Latencies sentAfter = new Latencies();

    private int sent;
    private long acceptedCount;
    private long deliveredCount;
    private long doubled;
    private long disordered;
    private long foreign;

    /**
     * @param firstNumber of the step's first message
     * @param start the time of offset 0, as {@link System#nanoTime()}
     * @param measuredFrom the first message whose latency counts; those before warm up
     * @param recipients how many connections each message must arrive at
     */
    public Ledger(long firstNumber, long start, Arrivals arrivals, int measuredFrom, int recipients) {
        this.firstNumber = firstNumber;
        this.start = start;
        this.arrivals = arrivals;
        this.measuredFrom = measuredFrom;
        this.recipients = recipients;
        this.deliveries = new short[arrivals.count()];
    }

    /**
     * What went wrong; all zero when nothing did.
     *
     * @param refused answered with an error
     * @param unanswered neither accepted nor refused
     * @param lost deliveries of accepted messages that did not come
     * @param doubled accepted or delivered a second time
     * @param disordered came with another number than the conversation's next
     * @param foreign arrived where they did not belong
     */
    public record Faults(long refused, long unanswered, long lost, long doubled, long disordered, long foreign) {
        /** Whether the server broke a promise; to refuse is none. */
        public boolean none() {
            return unanswered + lost + doubled + disordered + foreign == 0;
        }
    }

    /** The messages to send, in order. */
    public boolean due(long now) {
        return sent < arrivals.count() && intendedAt(sent) <= now;
    }

    /** When the next message is to be sent, or {@link Long#MAX_VALUE}. */
    public long nextDue() {
        return sent < arrivals.count() ? intendedAt(sent) : Long.MAX_VALUE;
    }

    /** Notes that the next message is sent and returns its number. */
    public long send(long now) {
        if (sent >= measuredFrom) {
            sentAfter.record(now - intendedAt(sent));
        }
        return firstNumber + sent++;
    }

    public void accepted(long number, long now) {
        int index = index(number);
        if (index < 0) {
            return;
        }
        if (accepted.get(index)) {
            doubled++;
            return;
        }
        accepted.set(index);
        acceptedCount++;
        if (index >= measuredFrom) {
            acceptedAfter.record(now - intendedAt(index));
        }
    }

    public void refused(long number) {
        int index = index(number);
        if (index >= 0) {
            refused.set(index);
        }
    }

    /** A message arrived at one of its recipients, in turn. */
    public void delivered(long number, long now) {
        int index = index(number);
        if (index < 0) {
            return;
        }
        if (++deliveries[index] > recipients) {
            doubled++;
        }
        deliveredCount++;
        if (index >= measuredFrom) {
            deliveredAfter.record(now - intendedAt(index));
        }
    }

    /** A message came with another number than the conversation's next. */
    public void disordered() {
        disordered++;
    }

    private int index(long number) {
        long index = number - firstNumber;
        if (index < 0 || index >= sent) {
            foreign++;
            return -1;
        }
        return (int) index;
    }

    private long intendedAt(int index) {
        return start + arrivals.offset(index);
    }

    /** Whether everything was sent, answered and delivered. */
    public boolean settled() {
        return sent == arrivals.count()
                && acceptedCount + refused.cardinality() == sent
                && deliveredCount >= acceptedCount * recipients;
    }

    public int sentCount() {
        return sent;
    }

    /** How many messages do not only warm up. */
    public int measuredCount() {
        return arrivals.count() - measuredFrom;
    }

    public long acceptedCount() {
        return acceptedCount;
    }

    public long deliveredCount() {
        return deliveredCount;
    }

    public Latencies.Summary acceptedAfter() {
        return acceptedAfter.summary();
    }

    public Latencies.Summary deliveredAfter() {
        return deliveredAfter.summary();
    }

    /** How late the generator itself was; the others contain it. */
    public Latencies.Summary sentAfter() {
        return sentAfter.summary();
    }

    public Faults faults() {
        long lost = 0;
        for (int index = accepted.nextSetBit(0); index >= 0; index = accepted.nextSetBit(index + 1)) {
            lost += Math.max(0, recipients - deliveries[index]);
        }
        int answered = accepted.cardinality() + refused.cardinality();
        return new Faults(refused.cardinality(), sent - answered, lost, doubled, disordered, foreign);
    }
}
