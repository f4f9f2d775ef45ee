package dev.chatcall.bench.report;

import dev.chatcall.bench.load.Latencies;
import dev.chatcall.bench.load.Ledger;
import dev.chatcall.bench.scenario.IdleResult;
import dev.chatcall.bench.scenario.LoadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report for a person to read. Milliseconds count from the intended time of sending. */
public final class ReportText {
    private ReportText() {}

    public static String of(Report report) {
        List<String> parts = new ArrayList<>();
        parts.add(report.machine().cores() + " cores, " + report.machine().processor() + ", "
                + report.machine().system());
        if (!report.messages().isEmpty()) {
            parts.add("1:1 messages (ms; CPU seconds for 1,000 messages)\n" + messages(report.messages()));
        }
        if (!report.group().isEmpty()) {
            parts.add("A group of " + report.settings().members() + " (ms; CPU seconds for 1,000 deliveries)\n"
                    + group(report.group()));
        }
        if (report.idle() != null) {
            parts.add("Idle sockets (memory of the server's JVM after a collection)\n" + idle(report.idle()));
        }
        return String.join("\n\n", parts);
    }

    private static String messages(List<LoadResult> results) {
        Table table = new Table(
                "messages/s",
                "accepted/s",
                "ack p50",
                "p95",
                "p99",
                "max",
                "arrival p50",
                "p95",
                "p99",
                "max",
                "server",
                "postgres",
                "together",
                "generator late p99",
                "its CPU",
                "others' CPU",
                "faults");
        for (LoadResult result : results) {
            Latencies.Summary ack = result.acceptedAfter();
            Latencies.Summary arrival = result.deliveredAfter();
            table.row(
                    String.valueOf(result.offeredPerSecond()),
                    number(result.acceptedPerSecond(), 0),
                    number(ack.p50(), 1),
                    number(ack.p95(), 1),
                    number(ack.p99(), 1),
                    number(ack.max(), 0),
                    number(arrival.p50(), 1),
                    number(arrival.p95(), 1),
                    number(arrival.p99(), 1),
                    number(arrival.max(), 0),
                    number(result.cpu().server() * 1_000 / result.accepted(), 3),
                    number(result.cpu().postgres() * 1_000 / result.accepted(), 3),
                    number(result.cpuPerThousandMessages(), 3),
                    number(result.sentAfter().p99(), 1),
                    percent(result.cpu().generator(), result),
                    percent(result.cpu().others(), result),
                    faults(result));
        }
        return table.text();
    }

    private static String group(List<LoadResult> results) {
        Table table = new Table(
                "messages/s",
                "deliveries/s",
                "arrival p50",
                "p95",
                "p99",
                "max",
                "ack p99",
                "server",
                "postgres",
                "together",
                "receipts/s",
                "generator late p99",
                "its CPU",
                "others' CPU",
                "faults");
        for (LoadResult result : results) {
            Latencies.Summary arrival = result.deliveredAfter();
            table.row(
                    String.valueOf(result.offeredPerSecond()),
                    number(result.deliveredPerSecond(), 0),
                    number(arrival.p50(), 1),
                    number(arrival.p95(), 1),
                    number(arrival.p99(), 1),
                    number(arrival.max(), 0),
                    number(result.acceptedAfter().p99(), 1),
                    number(result.cpu().server() * 1_000 / result.delivered(), 4),
                    number(result.cpu().postgres() * 1_000 / result.delivered(), 4),
                    number(result.cpuPerThousandDeliveries(), 4),
                    number(result.receiptFrames() / result.seconds(), 0),
                    number(result.sentAfter().p99(), 1),
                    percent(result.cpu().generator(), result),
                    percent(result.cpu().others(), result),
                    faults(result));
        }
        return table.text();
    }

    private static String idle(IdleResult result) {
        Table table = new Table(
                "sockets",
                "connected in",
                "RSS before",
                "RSS after",
                "KiB a socket",
                "PSS",
                "live heap",
                "CPU while idle",
                "lost");
        table.row(
                String.valueOf(result.sockets()),
                number(result.connectSeconds(), 1) + " s",
                number(result.before().resident() / 1024.0, 0) + " MiB",
                number(result.after().resident() / 1024.0, 0) + " MiB",
                number(result.residentKibPerSocket(), 1),
                number(result.proportionalKibPerSocket(), 1),
                number(result.heapKibPerSocket(), 1),
                number((result.cpu().server() + result.cpu().postgres()) * 100 / result.idleSeconds(), 1) + " %",
                String.valueOf(result.closedConnections()));
        return table.text();
    }

    /** As a share of one core. */
    private static String percent(double cpuSeconds, LoadResult result) {
        return number(cpuSeconds * 100 / result.seconds(), 0) + " %";
    }

    private static String faults(LoadResult result) {
        Ledger.Faults faults = result.faults();
        List<String> said = new ArrayList<>();
        add(said, faults.refused(), "refused");
        add(said, faults.unanswered(), "unanswered");
        add(said, faults.lost(), "lost");
        add(said, faults.doubled(), "doubled");
        add(said, faults.disordered(), "disordered");
        add(said, faults.foreign(), "foreign");
        add(said, result.closedConnections(), "closed");
        if (!said.isEmpty() && !result.lastTrouble().isEmpty()) {
            said.add("(" + result.lastTrouble() + ")");
        }
        if (said.isEmpty()) {
            return result.sustained() ? "none" : "fell behind";
        }
        return String.join(" ", said);
    }

    private static void add(List<String> said, long count, String what) {
        if (count > 0) {
            said.add(count + " " + what);
        }
    }

    private static String number(double value, int digits) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
