package dev.chatcall.bench.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.chatcall.bench.installation.CpuTimes;
import dev.chatcall.bench.load.Latencies;
import dev.chatcall.bench.load.Ledger;

/**
 * What one rate came to.
 *
 * @param offeredPerSecond messages, on average
 * @param offered messages that were to be sent in the measured time
 * @param seconds the measured time; the counts are of what came in it
 * @param accepted messages acknowledged
 * @param delivered arrivals at recipients
 * @param receiptFrames {@code receipts.moved} that came
 * @param acceptedAfter milliseconds from the intended time of sending to the acknowledgement
 * @param deliveredAfter milliseconds from the intended time of sending to an arrival
 * @param sentAfter how late the generator was; contained in the other two
 * @param closedConnections that the server gave up
 * @param cpu CPU seconds taken in the measured time
 * @param lastTrouble the last error that the server answered with
 */
public record LoadResult(
        int offeredPerSecond,
        double seconds,
        long offered,
        long accepted,
        long delivered,
        long receiptFrames,
        Latencies.Summary acceptedAfter,
        Latencies.Summary deliveredAfter,
        Latencies.Summary sentAfter,
        Ledger.Faults faults,
        long closedConnections,
        CpuTimes cpu,
        String lastTrouble) {
    private static final double KEPT_UP = 0.97;
    private static final double TOO_LATE_MS = 2_000;

    @JsonProperty
    public double acceptedPerSecond() {
        return accepted / seconds;
    }

    @JsonProperty
    public double deliveredPerSecond() {
        return delivered / seconds;
    }

    /** CPU seconds of server and PostgreSQL for a thousand messages. */
    @JsonProperty
    public double cpuPerThousandMessages() {
        return (cpu.server() + cpu.postgres()) * 1_000 / accepted;
    }

    /** CPU seconds of server and PostgreSQL for a thousand arrivals. */
    @JsonProperty
    public double cpuPerThousandDeliveries() {
        return (cpu.server() + cpu.postgres()) * 1_000 / delivered;
    }

    /** Whether the server kept up: otherwise a higher rate has nothing to say. */
    @JsonProperty
    public boolean sustained() {
        return accepted >= KEPT_UP * offered
                && faults.none()
                && faults.refused() == 0
                && closedConnections == 0
                && deliveredAfter.p99() < TOO_LATE_MS;
    }
}
