package dev.chatcall.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chatcall.bench.installation.CpuTimes;
import dev.chatcall.bench.installation.ServerMemory;
import dev.chatcall.bench.load.Latencies;
import dev.chatcall.bench.load.Ledger;
import dev.chatcall.bench.scenario.IdleResult;
import dev.chatcall.bench.scenario.LoadResult;
import dev.chatcall.bench.scenario.Settings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportTextTest {
    private static final Ledger.Faults NONE = new Ledger.Faults(0, 0, 0, 0, 0, 0);
    private static final CpuTimes CPU = new CpuTimes(1, 0.5, 2, 3.7);

    @Test
    void showsWhatMessagesCost() {
        String text = ReportText.of(report(List.of(result(NONE, CPU)), List.of(), null));

        // 1.5 CPU seconds for 10,000 messages; the generator's 2 s and others' 0.2 s in 10 s.
        assertThat(lastLine(text))
                .containsSubsequence(" 1000 ", " 0.100 ", " 0.050 ", " 0.150 ", " 20 % ", " 2 % ", "none");
        assertThat(text).doesNotContain("group", "Idle");
    }

    @Test
    void showsWhatDeliveriesCost() {
        String text = ReportText.of(report(List.of(), List.of(result(NONE, CPU)), null));

        assertThat(lastLine(text)).containsSubsequence(" 0.0020 ", " 0.0010 ", " 0.0030 ", "none");
    }

    @Test
    void showsWhatIdleSocketsCost() {
        IdleResult idle = new IdleResult(
                1_000,
                2,
                new ServerMemory(100_000, 90_000, 50_000),
                new ServerMemory(120_000, 109_000, 60_000),
                10,
                CPU,
                0);

        assertThat(lastLine(ReportText.of(report(List.of(), List.of(), idle))))
                .containsSubsequence(" 1000 ", " 98 MiB ", " 117 MiB ", " 20.0 ", " 19.0 ", " 10.0 ", " 15.0 % ", " 0");
    }

    @Test
    void saysWhatWentWrong() {
        Ledger.Faults faults = new Ledger.Faults(3, 0, 2, 0, 0, 0);

        assertThat(ReportText.of(report(List.of(result(faults, CPU)), List.of(), null)))
                .endsWith("3 refused 2 lost (server.busy)");
    }

    @Test
    void saysThatAServersCpuTimeIsUnknown() {
        CpuTimes unknown = new CpuTimes(Double.NaN, Double.NaN, 1, 2);

        assertThat(lastLine(ReportText.of(report(List.of(result(NONE, unknown)), List.of(), null))))
                .contains("–");
    }

    @Test
    void refusesARowThatDoesNotFit() {
        assertThatThrownBy(() -> new Table("one", "two").row("1")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Report report(List<LoadResult> messages, List<LoadResult> group, @Nullable IdleResult idle) {
        return new Report(
                "2026-01-01T00:00:00Z", Machine.here(), List.of(), Map.of(), Settings.quick(), messages, group, idle);
    }

    private static LoadResult result(Ledger.Faults faults, CpuTimes cpu) {
        Latencies.Summary summary = new Latencies.Summary(10_000, 1, 2, 3, 4);
        return new LoadResult(
                1_000, 10, 10_000, 10_000, 500_000, 0, summary, summary, summary, faults, 0, cpu, "server.busy");
    }

    private static String lastLine(String text) {
        return text.lines().toList().getLast();
    }
}
