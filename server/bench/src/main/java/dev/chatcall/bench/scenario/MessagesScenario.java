package dev.chatcall.bench.scenario;

import dev.chatcall.bench.installation.Person;
import dev.chatcall.bench.installation.Population.Pair;
import dev.chatcall.bench.installation.ServerApi;
import dev.chatcall.protocol.conversation.ConversationState;
import dev.chatcall.protocol.conversation.CreateDirect;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Pairs of people write to each other, all of them in turn, at rising rates until the server does not keep up. */
public final class MessagesScenario {
    private final Stage stage;

    public MessagesScenario(Stage stage) {
        this.stage = stage;
    }

    public List<LoadResult> run() {
        stage.progress().accept("1:1: preparing " + stage.settings().pairs() + " pairs");
        try (Crew crew = Crew.connect(stage, seats())) {
            LoadStep step = new LoadStep(stage, crew, crew.clients(), 1);
            stage.progress().accept("1:1: warming up");
            step.warmUp(stage.settings().warmUpRate());
            return climb(step);
        }
    }

    private List<LoadResult> climb(LoadStep step) {
        List<LoadResult> results = new ArrayList<>();
        for (int rate : stage.settings().messageRates()) {
            stage.progress().accept("1:1: " + rate + " messages/s");
            LoadResult result = step.run(rate);
            results.add(result);
            if (!result.sustained()) {
                break;
            }
        }
        return results;
    }

    private List<Crew.Seat> seats() {
        List<Person> people = stage.population().people(stage.settings().pairs() * 2);
        List<Pair> pairs = IntStream.range(0, stage.settings().pairs())
                .mapToObj(i -> new Pair(people.get(2 * i), people.get(2 * i + 1)))
                .toList();
        stage.population().befriend(pairs);
        List<UUID> conversations = ServerApi.each(
                pairs.stream().<Callable<UUID>>map(pair -> () -> open(pair)).toList());
        List<Crew.Seat> seats = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            seats.add(new Crew.Seat(pairs.get(i).one(), conversations.get(i)));
            seats.add(new Crew.Seat(pairs.get(i).other(), conversations.get(i)));
        }
        return seats;
    }

    private UUID open(Pair pair) {
        CreateDirect request = new CreateDirect(pair.other().accountId());
        return stage.api()
                .post("/api/conversations/direct", pair.one().accessToken(), request, ConversationState.class)
                .conversationId();
    }
}
