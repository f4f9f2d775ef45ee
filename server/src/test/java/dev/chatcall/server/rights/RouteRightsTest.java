package dev.chatcall.server.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.server.TestPerson;
import dev.chatcall.server.TestServer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route, asked by everybody over real HTTP. */
class RouteRightsTest {
    private static TestServer server;
    private static TestPerson administrator;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        administrator = server.register("administrator");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyDeclaredRouteIsAskedAndNothingElse() {
        List<String> declared = server.server().api().routes().stream()
                .map(route -> route.method() + " " + route.path())
                .toList();

        assertThat(RouteRows.all().stream().map(RouteRow::route).distinct())
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void whatARouteRefusesItHasDeclared() {
        server.server().api().routes().forEach(route -> {
            List<String> declared = Stream.concat(
                            route.refusals().stream().map(code -> code.code()),
                            // Every route can answer these.
                            Stream.of("auth.required", "auth.administrator_required", "not_found"))
                    .toList();
            assertThat(RouteRows.all().stream()
                            .filter(row -> row.route().equals(route.method() + " " + route.path()))
                            .flatMap(row -> Arrays.stream(Actor.values())
                                    .filter(row::refuses)
                                    .map(row::outcome)))
                    .as("%s %s", route.method(), route.path())
                    .isSubsetOf(declared);
        });
    }

    static Stream<Arguments> cells() {
        return RouteRows.all().stream()
                .flatMap(row -> Arrays.stream(Actor.values())
                        .map(actor -> Arguments.of(row.route() + ": " + row.note(), actor, row)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("cells")
    void isAnsweredOrRefused(String name, Actor actor, RouteRow row) {
        Scene scene = new Scene(server, administrator, actor);
        RouteRow.Question question = row.question().apply(scene);
        List<String> before = scene.whatTheOwnerHas();

        TestPerson.Answer answer = scene.ask(row.method(), question.path(), question.body());

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(row.status(actor));
        if (row.refuses(actor)) {
            assertThat(answer.code()).isEqualTo(row.outcome(actor));
        }
        if (row.refuses(actor) || actor == Actor.BLOCKED) {
            assertThat(scene.whatTheOwnerHas()).isEqualTo(before);
        }
    }
}
