package dev.chatcall.bench.scenario;

import dev.chatcall.bench.chat.ChatClient;
import dev.chatcall.bench.chat.Heartbeat;
import dev.chatcall.bench.chat.Traffic;
import dev.chatcall.bench.installation.BenchFailure;
import dev.chatcall.bench.installation.Person;
import dev.chatcall.bench.socket.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Clients that are connected, greeted and in step with the server. */
final class Crew implements AutoCloseable {
    private static final int CONNECTING_MAX = 64;
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    private final Stage stage;
    private final Traffic traffic = new Traffic();
    private final List<ChatClient> clients = new ArrayList<>();

    /** Somebody's device. */
    record Seat(Person person, UUID conversationId) {}

    private final Heartbeat heartbeat;

    private Crew(Stage stage, List<Seat> seats) {
        this.stage = stage;
        seats.forEach(seat -> clients.add(new ChatClient(seat.conversationId(), stage.json(), traffic)));
        this.heartbeat = new Heartbeat(clients, System.nanoTime());
    }

    /** @throws BenchFailure when the server does not greet all of them */
    static Crew connect(Stage stage, List<Seat> seats) {
        Crew crew = new Crew(stage, seats);
        crew.connectAll(seats);
        return crew;
    }

    private void connectAll(List<Seat> seats) {
        int begun = 0;
        int ready = 0;
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (ready < seats.size()) {
            while (begun < seats.size() && begun - ready < CONNECTING_MAX) {
                stage.loop()
                        .connect(
                                stage.api().address(), seats.get(begun).person().accessToken(), clients.get(begun));
                begun++;
            }
            int waitingFor = ready;
            run(() -> clients.get(waitingFor).ready() || traffic.closedConnections() > 0, deadline, List.of(heartbeat));
            if (!clients.get(ready).ready()) {
                throw new BenchFailure("The server greeted " + ready + " of " + seats.size() + " connections. "
                        + traffic.lastTrouble());
            }
            ready++;
        }
    }

    private void run(BooleanSupplier done, long deadline, List<Ticker> tickers) {
        stage.loop().runUntil(() -> done.getAsBoolean() || System.nanoTime() > deadline, tickers);
    }

    /** Only listens and pings. */
    void idle(Duration howLong) {
        long end = System.nanoTime() + howLong.toNanos();
        run(() -> false, end, List.of(heartbeat));
    }

    List<ChatClient> clients() {
        return clients;
    }

    /** The clients' pings, to go on whatever else they do. */
    Ticker heartbeat() {
        return heartbeat;
    }

    Traffic traffic() {
        return traffic;
    }

    @Override
    public void close() {
        clients.forEach(ChatClient::close);
    }
}
