package dev.chatcall.bench.report;

import dev.chatcall.bench.scenario.IdleResult;
import dev.chatcall.bench.scenario.LoadResult;
import dev.chatcall.bench.scenario.Settings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was measured in one run.
 *
 * @param startedAt ISO 8601
 * @param database PostgreSQL's settings that durability hangs on; empty where they are not known
 * @param messages empty where it was not measured; so are the others
 */
public record Report(
        String startedAt,
        Machine machine,
        List<String> serverOptions,
        Map<String, String> database,
        Settings settings,
        List<LoadResult> messages,
        List<LoadResult> group,
        @Nullable IdleResult idle) {}
