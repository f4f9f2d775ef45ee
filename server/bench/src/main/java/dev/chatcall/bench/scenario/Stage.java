package dev.chatcall.bench.scenario;

import dev.chatcall.bench.socket.EventLoop;
import dev.chatcall.bench.target.CpuTimes;
import dev.chatcall.bench.target.Population;
import dev.chatcall.bench.target.ServerApi;
import dev.chatcall.bench.target.ServerProcess;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a scenario plays on.
 *
 * @param process the server, where it is our own
 * @param progress is told in a line what is being done
 */
public record Stage(
        ServerApi api,
        Population population,
        @Nullable ServerProcess process,
        EventLoop loop,
        JsonMapper json,
        Settings settings,
        Consumer<String> progress) {

    CpuTimes cpuTimes() {
        return process == null ? CpuTimes.ofGenerator() : CpuTimes.of(process);
    }
}
