package dev.chatcall.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.server.http.Access;
import dev.chatcall.server.http.Method;
import dev.chatcall.server.http.RequestBody;
import dev.chatcall.server.http.Route;
import dev.chatcall.server.session.LocalAccounts;
import dev.chatcall.server.session.LocalAccounts.Answer;
import dev.chatcall.server.session.LocalAccounts.Member;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Asks every route as everybody who must be refused, and sends each of them everything that no body may be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {
    private final LocalAccounts server = new LocalAccounts();
    private Member administrator;
    private Member member;

    @BeforeAll
    void people() {
        administrator = server.register("root");
        member = server.register("ada");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    Stream<Route<?, ?>> routes() {
        return server.routes().stream();
    }

    Stream<Route<?, ?>> closedRoutes() {
        return routes().filter(route -> route.access() != Access.ANYONE);
    }

    Stream<Route<?, ?>> administratorsRoutes() {
        return routes().filter(route -> route.access() == Access.ADMINISTRATOR);
    }

    Stream<Route<?, ?>> changingRoutes() {
        return routes().filter(route -> route.method() != Method.GET);
    }

    Stream<Route<?, ?>> routesWithBody() {
        return routes().filter(route -> route.body() instanceof RequestBody.Json);
    }

    @Test
    void onlyTheseRoutesAreOpenToAnyone() {
        assertThat(routes().filter(route -> route.access() == Access.ANYONE).map(Route::path))
                .containsExactlyInAnyOrder(
                        "/api/server",
                        "/api/accounts",
                        "/api/session",
                        "/api/session/refresh",
                        "/api/password-resets",
                        "/api/password-resets/confirm");
        assertThat(administratorsRoutes())
                .hasSize(4)
                .allMatch(route -> route.path().startsWith("/api/admin/"));
    }

    @ParameterizedTest
    @MethodSource("closedRoutes")
    void whoIsNotSignedInIsRefused(Route<?, ?> route) {
        assertThat(server.send(ask(route, null)).code()).isEqualTo("auth.required");
        assertThat(server.send(ask(route, "forged")).code()).isEqualTo("auth.required");
        assertThat(server.send(ask(route, null).header("Authorization", "Basic cm9vdDpyb290"))
                        .code())
                .isEqualTo("auth.required");
        assertThat(server.send(ask(route, null)
                                .header("Cookie", "chatcall_access=forged")
                                .header("Origin", server.origin()))
                        .code())
                .isEqualTo("auth.required");
    }

    @ParameterizedTest
    @MethodSource("closedRoutes")
    void whoWasSignedOutIsRefused(Route<?, ?> route) {
        Member gone = member("gone");
        server.delete("/api/session", gone.access());

        assertThat(server.send(ask(route, gone.access())).code()).isEqualTo("auth.session_ended");
    }

    @ParameterizedTest
    @MethodSource("administratorsRoutes")
    void aMemberIsRefusedWhatOnlyAdministratorsMay(Route<?, ?> route) {
        assertThat(server.send(ask(route, member.access())).code()).isEqualTo("auth.administrator_required");
    }

    @ParameterizedTest
    @MethodSource("administratorsRoutes")
    void anAdministratorIsLetIn(Route<?, ?> route) {
        assertThat(server.send(ask(route, administrator.access())).status()).isNotIn(401, 403, 500);
    }

    @ParameterizedTest
    @MethodSource("changingRoutes")
    void aPageOfAnotherOriginIsRefused(Route<?, ?> route) {
        String cookie = "chatcall_access=" + administrator.access();
        for (String origin : List.of("https://evil.example", "null", server.origin() + "0")) {
            Answer withCookie =
                    server.send(ask(route, null).header("Cookie", cookie).header("Origin", origin));
            Answer without = server.send(ask(route, null).header("Origin", origin));
            assertThat(withCookie.code()).isEqualTo("origin.forbidden");
            assertThat(without.code()).isEqualTo("origin.forbidden");
        }
        assertThat(server.send(ask(route, null).header("Cookie", cookie)).code())
                .isEqualTo("origin.forbidden");
    }

    @ParameterizedTest
    @MethodSource("routesWithBody")
    void aHostileBodyIsRefusedAndNeverAFault(Route<?, ?> route) {
        List<String> bodies = List.of(
                "",
                "null",
                "[]",
                "42",
                "\"text\"",
                "{}",
                "{",
                "{}{}",
                "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}",
                "{\"a\":1,\"a\":2}",
                fields(route, "null"),
                fields(route, "\"\\u0000\""),
                fields(route, "\"\\ud800\""),
                fields(route, "\"" + "x".repeat(5_000) + "\""),
                fields(route, "1e400"),
                fields(route, "-1"),
                fields(route, "99999999999999999999999999"),
                fields(route, "9".repeat(500)),
                fields(route, "{}"),
                fields(route, "[[]]"),
                fields(route, "true"),
                fields(route, "\"\""));
        for (String body : bodies) {
            Answer answer = server.send(server.json(route.method().name(), path(route), administrator.access(), body));
            boolean settings = route.path().equals("/api/account/settings") && answer.status() == 204;
            boolean refresh = route.path().equals("/api/session/refresh") && answer.status() == 401;
            assertThat(settings || refresh || answer.status() == 400 || answer.status() == 422)
                    .as(body + " → " + answer.status())
                    .isTrue();
        }
        Answer large = server.send(server.json(
                route.method().name(), path(route), administrator.access(), "\"" + "x".repeat(70_000) + "\""));
        assertThat(large.code()).isEqualTo("request.too_large");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void anIdThatIsNoneIsNotFound(Route<?, ?> route) {
        if (!route.path().contains("{")) {
            return;
        }
        for (String id : List.of("x", "1", "%20", "00000000-0000-0000-0000-0000000000zz", "%F0%9F%8E%88")) {
            Answer answer = server.send(server.json(
                    route.method().name(), route.path().replaceAll("\\{\\w+}", id), administrator.access(), "{}"));
            assertThat(answer.code()).isEqualTo("not_found");
        }
    }

    private Member member(String username) {
        Answer signedIn = server.signIn(username, LocalAccounts.PASSWORD);
        return signedIn.status() == 200 ? LocalAccounts.member(signedIn) : server.register(username);
    }

    /** The same value in every field of the body's record. */
    private static String fields(Route<?, ?> route, String value) {
        RequestBody.Json body = (RequestBody.Json) route.body();
        return Stream.of(body.type().getRecordComponents())
                .map(field -> "\"" + field.getName() + "\":" + value)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private HttpRequest.Builder ask(Route<?, ?> route, String bearer) {
        return server.json(route.method().name(), path(route), bearer, "{}");
    }

    private static String path(Route<?, ?> route) {
        return route.path().replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }
}
