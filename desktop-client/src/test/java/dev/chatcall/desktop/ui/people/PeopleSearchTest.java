package dev.chatcall.desktop.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.desktop.ui.FakeClient;
import dev.chatcall.desktop.ui.Samples;
import dev.chatcall.desktop.ui.people.PeopleSearch.Result;
import dev.chatcall.protocol.account.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PeopleSearchTest {
    private final FakeClient client = new FakeClient();
    private final List<Runnable> pauses = new ArrayList<>();
    private final PeopleSearch search = new PeopleSearch(client.contacts(), pauses::add, Runnable::run);
    private final Person ben = Samples.person("ben", "Ben Alder");

    private void pause() {
        List<Runnable> due = List.copyOf(pauses);
        pauses.clear();
        due.forEach(Runnable::run);
    }

    @Test
    void onlyWhatIsTypedAtThePauseIsAsked() {
        search.ask("b");
        search.ask("be");
        search.ask("ben ");
        pause();
        assertThat(client.asked("search")).hasSize(1);
        assertThat(client.asked("search").getFirst().argument(0)).isEqualTo("ben");
    }

    @Test
    void whatWasFoundStaysUntilTheNextAnswer() {
        CompletableFuture<List<Person>> second = new CompletableFuture<>();
        client.answer(
                "search",
                args -> args.getFirst().equals("be") ? CompletableFuture.completedFuture(List.of(ben)) : second);
        search.ask("be");
        pause();
        assertThat(search.result().get()).isEqualTo(new Result.Found(List.of(ben)));
        search.ask("bex");
        pause();
        assertThat(search.result().get()).isEqualTo(new Result.Searching(List.of(ben)));
        second.complete(List.of());
        assertThat(search.result().get()).isEqualTo(new Result.Found(List.of()));
    }

    @Test
    void anAnswerThatComesTooLateIsLeftOut() {
        CompletableFuture<List<Person>> slow = new CompletableFuture<>();
        client.answer("search", args -> slow);
        search.ask("be");
        pause();
        search.ask("");
        slow.complete(List.of(ben));
        assertThat(search.result().get()).isEqualTo(new Result.Idle());
    }

    @Test
    void aFailureIsKept() {
        client.answer("search", args -> FakeClient.failed("server.busy"));
        search.ask("be");
        pause();
        assertThat(search.result().get())
                .isInstanceOfSatisfying(
                        Result.Failed.class,
                        failed -> assertThat(failed.failure())
                                .isInstanceOfSatisfying(
                                        ApiException.class,
                                        refused -> assertThat(refused.code()).isEqualTo("server.busy")));
    }

    @Test
    void moreThanTheLimitIsCutAtACharacter() {
        search.ask("🎉".repeat(80));
        pause();
        assertThat(client.asked("search").getFirst().argument(0)).isEqualTo("🎉".repeat(64));
    }
}
