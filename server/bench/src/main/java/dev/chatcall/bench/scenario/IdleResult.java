package dev.chatcall.bench.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.chatcall.bench.installation.CpuTimes;
import dev.chatcall.bench.installation.ServerMemory;

/**
 * What idle connections cost.
 *
 * @param connectSeconds until all were greeted
 * @param before after some connections had come and gone
 * @param idleSeconds how long they were idle before {@code after} was read
 * @param cpu CPU seconds taken in that time
 * @param closedConnections that the server gave up
 */
public record IdleResult(
        int sockets,
        double connectSeconds,
        ServerMemory before,
        ServerMemory after,
        int idleSeconds,
        CpuTimes cpu,
        long closedConnections) {

    @JsonProperty
    public double residentKibPerSocket() {
        return (double) (after.resident() - before.resident()) / sockets;
    }

    @JsonProperty
    public double proportionalKibPerSocket() {
        return (double) (after.proportional() - before.proportional()) / sockets;
    }

    @JsonProperty
    public double heapKibPerSocket() {
        return (double) (after.heapLive() - before.heapLive()) / sockets;
    }
}
