package dev.chatcall.bench.scenario;

import dev.chatcall.bench.installation.Person;
import dev.chatcall.bench.installation.Population.Pair;
import dev.chatcall.protocol.conversation.ConversationState;
import dev.chatcall.protocol.conversation.CreateGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A few members write into one large group whose members are all connected. */
public final class GroupScenario {
    private final Stage stage;

    public GroupScenario(Stage stage) {
        this.stage = stage;
    }

    public List<LoadResult> run() {
        Settings settings = stage.settings();
        stage.progress().accept("group: preparing " + settings.members() + " members");
        try (Crew crew = Crew.connect(stage, seats())) {
            LoadStep step = new LoadStep(
                    stage, crew, crew.clients().subList(0, settings.groupSenders()), settings.members() - 1);
            stage.progress().accept("group: warming up");
            step.warmUp(settings.groupRates().getLast());
            List<LoadResult> results = new ArrayList<>();
            for (int rate : settings.groupRates()) {
                stage.progress().accept("group: " + rate + " messages/s to " + settings.members());
                results.add(step.run(rate));
                if (!results.getLast().sustained()) {
                    break;
                }
            }
            return results;
        }
    }

    private List<Crew.Seat> seats() {
        List<Person> people = stage.population().people(stage.settings().members());
        Person owner = people.getFirst();
        List<Person> others = people.subList(1, people.size());
        stage.population()
                .befriend(others.stream().map(other -> new Pair(owner, other)).toList());
        CreateGroup request = new CreateGroup(
                UUID.randomUUID(),
                "Bench",
                others.stream().map(Person::accountId).toList());
        UUID group = stage.api()
                .post("/api/conversations/groups", owner.accessToken(), request, ConversationState.class)
                .conversationId();
        return people.stream().map(person -> new Crew.Seat(person, group)).toList();
    }
}
