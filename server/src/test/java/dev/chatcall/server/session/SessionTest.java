package dev.chatcall.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.server.bus.BusEvent;
import dev.chatcall.server.session.LocalAccounts.Answer;
import dev.chatcall.server.session.LocalAccounts.Member;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SessionTest {
    @AutoClose
    private final LocalAccounts server = new LocalAccounts();

    @Test
    void whoeverRegistersIsSignedIn() {
        Answer answer = server.post("/api/accounts", null, LocalAccounts.registration("ada", "bearer"));

        JsonNode signedIn = answer.json();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(signedIn.path("person").path("username").asString()).isEqualTo("ada");
        assertThat(signedIn.path("person").path("displayName").asString()).isEqualTo("ada");
        assertThat(signedIn.path("accessExpiresAt").asLong())
                .isGreaterThan(server.clock.millis())
                .isLessThanOrEqualTo(
                        server.clock.millis() + Duration.ofMinutes(15).toMillis());
        assertThat(answer.cookies()).isEmpty();
        assertThat(server.get("/api/sessions", new Member(signedIn).access()).status())
                .isEqualTo(200);
    }

    @Test
    void aBrowserGetsItsTokensInCookiesOnly() {
        Answer answer =
                server.send(server.json("POST", "/api/accounts", null, LocalAccounts.registration("ada", "cookie"))
                        .header("Origin", server.origin()));

        assertThat(answer.json().path("tokens").isNull()).isTrue();
        assertThat(answer.cookies()).hasSize(2).allMatch(cookie -> cookie.contains("; HttpOnly; SameSite=Strict"));
        assertThat(answer.cookies()).noneMatch(cookie -> cookie.contains("Secure"));
        assertThat(answer.cookies())
                .anyMatch(cookie -> cookie.startsWith("chatcall_refresh=") && cookie.contains("Path=/api/session;"));
        String cookies = header(answer);
        assertThat(server.send(server.request("/api/sessions", null).header("Cookie", cookies))
                        .status())
                .isEqualTo(200);
        assertThat(refreshWithCookies(cookies, null).code()).isEqualTo("origin.forbidden");
        assertThat(refreshWithCookies(cookies, "https://evil.example").code()).isEqualTo("origin.forbidden");
        Answer refreshed = refreshWithCookies(cookies, server.origin());
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(refreshed.cookies()).hasSize(2);
        assertThat(refreshed.json().path("tokens").isNull()).isTrue();
    }

    @Test
    void signingOutTakesTheCookiesAwayAndEndsTheSession() {
        Answer answer =
                server.send(server.json("POST", "/api/accounts", null, LocalAccounts.registration("ada", "cookie"))
                        .header("Origin", server.origin()));
        String cookies = header(answer);

        Answer signedOut = server.send(server.request("/api/session", null)
                .header("Cookie", cookies)
                .header("Origin", server.origin())
                .DELETE());

        assertThat(signedOut.status()).isEqualTo(204);
        assertThat(signedOut.cookies()).hasSize(2).allMatch(cookie -> cookie.contains("Max-Age=0"));
        assertThat(server.send(server.request("/api/sessions", null).header("Cookie", cookies))
                        .code())
                .isEqualTo("auth.session_ended");
        Answer refused = refreshWithCookies(cookies, server.origin());
        assertThat(refused.code()).isEqualTo("auth.session_ended");
        assertThat(refused.cookies()).hasSize(2).allMatch(cookie -> cookie.contains("Max-Age=0"));
    }

    @Test
    void oneSignsInWithUserNameOrEmailInAnyCase() {
        Member ada = server.register("ada");

        for (String login : List.of("ada", "ADA", "ada@example.org", "Ada@Example.ORG", " ada ")) {
            Answer answer = server.signIn(login, LocalAccounts.PASSWORD);
            assertThat(answer.status()).as(login).isEqualTo(200);
            assertThat(new Member(answer.json()).id()).isEqualTo(ada.id());
        }
    }

    @Test
    void aWrongNameAndAWrongPasswordAreAnsweredAlike() {
        server.register("ada");

        Answer name = server.signIn("nobody", LocalAccounts.PASSWORD);
        Answer password = server.signIn("ada", "another password");

        assertThat(name.status()).isEqualTo(401);
        assertThat(name.code()).isEqualTo("auth.invalid_credentials");
        assertThat(password.status()).isEqualTo(401);
        assertThat(password.json().path("title")).isEqualTo(name.json().path("title"));
    }

    @Test
    void aPasswordOf72BytesCountsToItsLastByteAndNoFurther() {
        String longest = "é".repeat(35) + "ab";
        server.post(
                "/api/accounts",
                null,
                LocalAccounts.registration("ada", "bearer").replace(LocalAccounts.PASSWORD, longest));

        assertThat(server.signIn("ada", longest).status()).isEqualTo(200);
        assertThat(server.signIn("ada", "é".repeat(35) + "ac").status()).isEqualTo(401);
        assertThat(server.signIn("ada", longest + "x").status()).isEqualTo(401);
        Answer tooLong = server.post(
                "/api/accounts",
                null,
                LocalAccounts.registration("bob", "bearer").replace(LocalAccounts.PASSWORD, longest + "x"));
        assertThat(tooLong.code()).isEqualTo("account.password_weak");
    }

    @Test
    void anAccessTokenExpiresAndIsRefreshed() {
        Member ada = server.register("ada");

        server.clock.advance(Duration.ofMinutes(16));

        assertThat(server.get("/api/sessions", ada.access()).code()).isEqualTo("auth.required");
        Answer refreshed = server.refresh(ada.refresh());
        assertThat(refreshed.status()).isEqualTo(200);
        Member again = new Member(refreshed.json());
        assertThat(again.sessionId()).isEqualTo(ada.sessionId());
        assertThat(again.refresh()).isNotEqualTo(ada.refresh());
        assertThat(server.get("/api/sessions", again.access()).status()).isEqualTo(200);
    }

    @Test
    void aRefreshTokenIsTakenAgainWithinTheGrace() {
        Member ada = server.register("ada");

        Member one = new Member(server.refresh(ada.refresh()).json());
        server.clock.advance(Duration.ofSeconds(29));
        Member other = new Member(server.refresh(ada.refresh()).json());

        assertThat(server.refresh(one.refresh()).status()).isEqualTo(200);
        assertThat(server.refresh(other.refresh()).status()).isEqualTo(200);
    }

    @Test
    void aRefreshTokenThatComesAgainLaterEndsTheSession() {
        Member ada = server.register("ada");
        Member next = new Member(server.refresh(ada.refresh()).json());
        server.clock.advance(Duration.ofSeconds(31));

        assertThat(server.refresh(ada.refresh()).code()).isEqualTo("auth.session_ended");

        assertThat(server.refresh(next.refresh()).code()).isEqualTo("auth.session_ended");
        assertThat(server.get("/api/sessions", next.access()).code()).isEqualTo("auth.session_ended");
        assertThat(server.events).contains(new BusEvent.SessionEnded(ada.sessionId()));
    }

    @Test
    void theGraceIsCountedFromTheFirstUse() {
        Member ada = server.register("ada");
        server.refresh(ada.refresh());
        server.clock.advance(Duration.ofSeconds(20));
        server.refresh(ada.refresh());
        server.clock.advance(Duration.ofSeconds(20));

        assertThat(server.refresh(ada.refresh()).code()).isEqualTo("auth.session_ended");
    }

    @Test
    void aTokenThatManyPresentAtOnceGoesWrongForNobody() throws Exception {
        Member ada = server.register("ada");

        List<Answer> answers = atOnce(8, i -> server.refresh(ada.refresh()));

        assertThat(answers).allMatch(answer -> answer.status() == 200);
    }

    @Test
    void aSessionThatIsNotUsedForAMonthEnds() {
        Member ada = server.register("ada");
        server.clock.advance(Duration.ofDays(29));
        Member next = new Member(server.refresh(ada.refresh()).json());
        server.clock.advance(Duration.ofDays(29));
        Member last = new Member(server.refresh(next.refresh()).json());
        server.clock.advance(Duration.ofDays(31));

        assertThat(server.refresh(last.refresh()).code()).isEqualTo("auth.session_ended");
    }

    @Test
    void tokensThatAreNoneAreRefused() {
        Member ada = server.register("ada");
        String unsigned = "eyJhbGciOiJub25lIn0." + ada.access().split("\\.")[1] + ".";
        String forged = ada.access().substring(0, ada.access().length() - 4) + "AAAA";

        for (String token : List.of("x", "a.b.c", "..", unsigned, forged, ada.refresh(), "x".repeat(4000))) {
            assertThat(server.get("/api/sessions", token).code()).as(token).isEqualTo("auth.required");
        }
        for (String token : List.of("", "x", ada.access(), "\\u0000", "\\ud800", "x".repeat(10_000))) {
            assertThat(server.refresh(token).code()).as(token).isEqualTo("auth.session_ended");
        }
        assertThat(server.post("/api/session/refresh", null, "{}").code()).isEqualTo("auth.required");
    }

    @Test
    void mySessionsAreListedAndEndedOneByOne() {
        Member first = server.register("ada");
        server.clock.advance(Duration.ofSeconds(1));
        Member second = new Member(server.signIn("ada", LocalAccounts.PASSWORD).json());

        JsonNode sessions = server.get("/api/sessions", second.access()).json();
        assertThat(sessions.size()).isEqualTo(2);
        assertThat(sessions.path(0).path("id").asString())
                .isEqualTo(second.sessionId().toString());
        assertThat(sessions.path(0).path("current").asBoolean()).isTrue();
        assertThat(sessions.path(1).path("current").asBoolean()).isFalse();

        assertThat(server.delete("/api/sessions/" + first.sessionId(), second.access())
                        .status())
                .isEqualTo(204);
        assertThat(server.get("/api/sessions", first.access()).code()).isEqualTo("auth.session_ended");
        assertThat(server.refresh(first.refresh()).code()).isEqualTo("auth.session_ended");
        assertThat(server.get("/api/sessions", second.access()).json().size()).isEqualTo(1);
        assertThat(server.delete("/api/sessions/" + first.sessionId(), second.access())
                        .code())
                .isEqualTo("not_found");
    }

    @Test
    void aStrangersSessionCannotBeEnded() {
        Member ada = server.register("ada");
        Member bob = server.register("bob");

        assertThat(server.delete("/api/sessions/" + ada.sessionId(), bob.access())
                        .code())
                .isEqualTo("not_found");
        assertThat(server.delete("/api/sessions/" + UUID.randomUUID(), bob.access())
                        .code())
                .isEqualTo("not_found");
        assertThat(server.delete("/api/sessions/nonsense", bob.access()).code()).isEqualTo("not_found");
        assertThat(server.get("/api/sessions", ada.access()).status()).isEqualTo(200);
    }

    @Test
    void allOtherSessionsEndAtOnce() {
        Member first = server.register("ada");
        Member second = new Member(server.signIn("ada", LocalAccounts.PASSWORD).json());
        Member bob = server.register("bob");

        assertThat(server.delete("/api/sessions", second.access()).status()).isEqualTo(204);

        assertThat(server.get("/api/sessions", first.access()).code()).isEqualTo("auth.session_ended");
        assertThat(server.get("/api/sessions", second.access()).status()).isEqualTo(200);
        assertThat(server.get("/api/sessions", bob.access()).status()).isEqualTo(200);
    }

    @Test
    void aChangedPasswordSignsOutEverywhereElse() {
        Member first = server.register("ada");
        Member second = new Member(server.signIn("ada", LocalAccounts.PASSWORD).json());
        String change = "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}";

        assertThat(server.post(
                                "/api/account/password",
                                second.access(),
                                change.formatted("wrong one", "another good one"))
                        .code())
                .isEqualTo("account.wrong_password");
        assertThat(server.post(
                                "/api/account/password",
                                second.access(),
                                change.formatted(LocalAccounts.PASSWORD, "short"))
                        .code())
                .isEqualTo("account.password_weak");
        assertThat(server.get("/api/sessions", first.access()).status()).isEqualTo(200);

        assertThat(server.post(
                                "/api/account/password",
                                second.access(),
                                change.formatted(LocalAccounts.PASSWORD, "another good one"))
                        .status())
                .isEqualTo(204);
        assertThat(server.get("/api/sessions", first.access()).code()).isEqualTo("auth.session_ended");
        assertThat(server.get("/api/sessions", second.access()).status()).isEqualTo(200);
        assertThat(server.signIn("ada", LocalAccounts.PASSWORD).status()).isEqualTo(401);
        assertThat(server.signIn("ada", "another good one").status()).isEqualTo(200);
    }

    @Test
    void ofManyWhoRegisterFirstOneAdministers() throws Exception {
        List<Answer> answers =
                atOnce(8, i -> server.post("/api/accounts", null, LocalAccounts.registration("first" + i, "bearer")));

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        long administrators = answers.stream()
                .map(answer -> new Member(answer.json()))
                .filter(member ->
                        server.get("/api/admin/invitations", member.access()).status() == 200)
                .count();
        assertThat(administrators).isEqualTo(1);
    }

    @Test
    void ofManyWhoRegisterTheSameNameOneGetsIt() throws Exception {
        List<Answer> names = atOnce(
                8,
                i -> server.post(
                        "/api/accounts",
                        null,
                        LocalAccounts.registration("ada", "bearer").replace("ada@", "ada" + i + "@")));
        List<Answer> emails = atOnce(
                8,
                i -> server.post(
                        "/api/accounts",
                        null,
                        LocalAccounts.registration("bob" + i, "bearer").replace("bob" + i + "@", "BOB@")));

        assertThat(codes(names)).isEqualTo(Map.of("", 1L, "account.username_taken", 7L));
        assertThat(codes(emails)).isEqualTo(Map.of("", 1L, "account.email_taken", 7L));
    }

    @Test
    void aRegistrationThatIsNotWellFormedChangesNothing() {
        String good = LocalAccounts.registration("ada", "bearer");
        for (String bad : List.of(
                good.replace("\"ada\"", "\"Ada\""),
                good.replace("\"ada\"", "\"ad\""),
                good.replace("\"ada\"", "\"a\\u0000da\""),
                good.replace("\"ada\"", "null"),
                good.replace("ada@example.org", "nowhere"),
                good.replace("ada@example.org", "a@" + "b".repeat(300)),
                good.replace("\"displayName\":null", "\"displayName\":\"\\ud800\""),
                good.replace("\"deviceName\":\"test\"", "\"deviceName\":\"\""),
                good.replace(LocalAccounts.PASSWORD, "short"))) {
            Answer answer = server.post("/api/accounts", null, bad);
            assertThat(answer.status()).as(bad).isEqualTo(422);
            assertThat(answer.json().path("fields").size()).isEqualTo(1);
        }
        assertThat(server.post("/api/accounts", null, good.replace("\"bearer\"", "\"pigeon\""))
                        .status())
                .isEqualTo(400);
        assertThat(server.get("/api/server", null).json().path("empty").asBoolean())
                .isTrue();
    }

    private static Map<String, Long> codes(List<Answer> answers) {
        return answers.stream().collect(Collectors.groupingBy(Answer::code, Collectors.counting()));
    }

    private Answer refreshWithCookies(String cookies, String origin) {
        HttpRequest.Builder request = server.json("POST", "/api/session/refresh", null, "{\"refreshToken\":null}")
                .header("Cookie", cookies);
        return server.send(origin == null ? request : request.header("Origin", origin));
    }

    private static String header(Answer answer) {
        return answer.cookies().stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    private static List<Answer> atOnce(int times, Function<Integer, Answer> request) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> calls = IntStream.range(0, times)
                    .mapToObj(i -> (Callable<Answer>) () -> request.apply(i))
                    .toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : executor.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
