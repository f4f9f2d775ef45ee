package dev.chatcall.server.session;

import dev.chatcall.protocol.account.RegistrationMode;
import dev.chatcall.protocol.account.ServerInfo;
import dev.chatcall.server.account.AccountRoutes;
import dev.chatcall.server.account.AccountService;
import dev.chatcall.server.account.JooqAccountStore;
import dev.chatcall.server.admin.AdminRoutes;
import dev.chatcall.server.bus.BusEvent;
import dev.chatcall.server.bus.LocalBus;
import dev.chatcall.server.database.TestDatabase;
import dev.chatcall.server.http.Api;
import dev.chatcall.server.http.HttpServer;
import dev.chatcall.server.http.HttpSettings;
import dev.chatcall.server.http.RateLimits;
import dev.chatcall.server.http.Route;
import dev.chatcall.server.http.TrustedProxies;
import dev.chatcall.server.id.Ids;
import dev.chatcall.server.id.TimeOrderedIds;
import dev.chatcall.server.json.Json;
import dev.chatcall.server.mail.Mailer;
import dev.chatcall.server.person.AvatarService;
import dev.chatcall.server.person.JooqAvatarStore;
import dev.chatcall.server.person.JooqPersonStore;
import dev.chatcall.server.person.PersonRoutes;
import dev.chatcall.server.person.PersonService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** A server with the routes of accounts, people and administration, on a free port and a database of its own. */
public final class LocalAccounts implements AutoCloseable {
    public static final String PASSWORD = "correct horse battery";

    public final TestDatabase database = TestDatabase.create();
    public final TestClock clock = new TestClock();
    public final List<BusEvent> events = new CopyOnWriteArrayList<>();
    private final Api api = new Api();
    private final PasswordHasher hasher;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    /** Open to everybody, without mail and limits. */
    public LocalAccounts() {
        this(RegistrationMode.OPEN, null, false);
    }

    public LocalAccounts(RegistrationMode mode, Mailer mailer, boolean limited) {
        SecureRandom random = new SecureRandom();
        Ids ids = new TimeOrderedIds(clock, random);
        LocalBus bus = new LocalBus();
        bus.subscribe(events::add);
        var dsl = database.dsl();
        hasher = new PasswordHasher(4, 2, random);
        byte[] key = new byte[32];
        random.nextBytes(key);
        var sessions =
                new SessionService(new JooqSessionStore(dsl), new AccessTokens(key, clock), bus, clock, ids, random);
        var credentials = new JooqCredentialStore(dsl);
        var registration = new Registration(mode, credentials, hasher, sessions, clock, ids);
        PasswordResets.Post post = mailer == null
                ? null
                : new PasswordResets.Post(mailer, URI.create("https://chat.example.org"), Thread::startVirtualThread);
        var resets = new PasswordResets(new JooqPasswordResetStore(dsl), hasher, sessions, post, clock, random);
        RateLimits limits = RateLimits.of(limited);
        var people = new JooqPersonStore(dsl);
        var avatars = new AvatarService(new JooqAvatarStore(dsl), clock, ids);
        var accounts = new AccountService(new JooqAccountStore(dsl), people, avatars, id -> List.of(), bus);
        List.of(
                        new SessionRoutes(
                                () -> new ServerInfo("ChatCall", "1", 1, mode, registration.empty(), resets.byMail()),
                                registration,
                                new PasswordService(credentials, hasher, sessions, clock),
                                resets,
                                sessions,
                                limits),
                        new PersonRoutes(new PersonService(people), avatars, limits),
                        new AccountRoutes(accounts, limits),
                        new AdminRoutes(new Invitations(new JooqInvitationStore(dsl), clock, ids, random), resets))
                .forEach(routes -> routes.declare(api));
        server = new HttpServer(
                new HttpSettings("127.0.0.1", 0, null, null, TrustedProxies.none(), null, "1"),
                api,
                sessions,
                socket -> {},
                Json.mapper(),
                ids,
                new SimpleMeterRegistry());
        server.start();
    }

    public List<Route<?, ?>> routes() {
        return api.routes();
    }

    public String origin() {
        return "http://127.0.0.1:" + server.port();
    }

    public Answer get(String path, String bearer) {
        return send(request(path, bearer));
    }

    public Answer delete(String path, String bearer) {
        return send(request(path, bearer).DELETE());
    }

    public Answer post(String path, String bearer, String body) {
        return send(json("POST", path, bearer, body));
    }

    public Answer put(String path, String bearer, String body) {
        return send(json("PUT", path, bearer, body));
    }

    public HttpRequest.Builder json(String method, String path, String bearer, String body) {
        return request(path, bearer)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    /** @param bearer an access token, or null */
    public HttpRequest.Builder request(String path, String bearer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path));
        return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Registers somebody, who is signed in with tokens. */
    public Member register(String username) {
        Answer answer = post("/api/accounts", null, registration(username, "bearer"));
        if (answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
        return new Member(answer.json());
    }

    public Answer signIn(String login, String password) {
        return post(
                "/api/session",
                null,
                "{\"login\":\"%s\",\"password\":\"%s\",\"deviceName\":\"test\",\"transport\":\"bearer\"}"
                        .formatted(login, password));
    }

    public Answer refresh(String token) {
        return post("/api/session/refresh", null, "{\"refreshToken\":\"" + token + "\"}");
    }

    public static String registration(String username, String transport) {
        return """
                {"username":"%s","email":"%s@example.org","password":"%s","displayName":null,"invitation":null,
                 "deviceName":"test","transport":"%s"}""".formatted(username, username, PASSWORD, transport);
    }

    /** Whose tokens an answer holds. */
    public static Member member(Answer signedIn) {
        return new Member(signedIn.json());
    }

    @Override
    public void close() {
        server.close();
        hasher.close();
        database.close();
    }

    /** Somebody who is signed in. */
    public record Member(UUID id, UUID sessionId, String access, String refresh) {
        Member(JsonNode signedIn) {
            this(
                    UUID.fromString(signedIn.path("person").path("id").asString()),
                    UUID.fromString(signedIn.path("sessionId").asString()),
                    signedIn.path("tokens").path("accessToken").asString(),
                    signedIn.path("tokens").path("refreshToken").asString());
        }
    }

    /** What the server answered. */
    public record Answer(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return Json.mapper().readTree(response.body());
        }

        /** The error code. */
        public String code() {
            return json().path("code").asString();
        }

        public List<String> cookies() {
            return response.headers().allValues("Set-Cookie");
        }
    }
}
