package dev.chatcall.bench.scenario;

import dev.chatcall.bench.installation.CpuTimes;
import dev.chatcall.bench.installation.Population;
import dev.chatcall.bench.installation.ServerApi;
import dev.chatcall.bench.installation.ServerProcess;
import dev.chatcall.bench.socket.EventLoop;
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
