package dev.chatcall.server;

import dev.chatcall.server.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with an account, who asks over real HTTP and opens real sockets. */
public final class TestPerson {
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    static final JsonMapper JSON = Json.mapper();

    private final TestServer server;
    private final UUID id;
    private final String username;
    private final String accessToken;

    private TestPerson(TestServer server, UUID id, String username, String accessToken) {
        this.server = server;
        this.id = id;
        this.username = username;
        this.accessToken = accessToken;
    }

    /** An answer. @param body JSON, or a missing node when there is none */
    public record Answer(int status, JsonNode body) {
        /** @return itself, when it has that status */
        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("status " + status + " instead of " + expected + ": " + body);
            }
            return this;
        }

        /** The stable code of a problem. */
        public String code() {
            return body.path("code").asString("");
        }
    }

    static TestPerson register(TestServer server, String username) {
        String body = """
                {"username":"%s","email":"%s@example.org","password":"%s","displayName":"%s",
                 "invitation":null,"deviceName":"test","transport":"bearer"}
                """.formatted(username, username, password(username), username);
        return of(server, ask(server, "POST", "/api/accounts", body, null).expect(201));
    }

    /** The same person on another device. */
    public TestPerson signInAgain() {
        String body = """
                {"login":"%s","password":"%s","deviceName":"another","transport":"bearer"}
                """.formatted(username, password(username));
        return of(server, ask(server, "POST", "/api/session", body, null).expect(200));
    }

    /** The same person with the same session, asking another server of the same installation. */
    public TestPerson at(TestServer other) {
        return new TestPerson(other, id, username, accessToken);
    }

    private static String password(String username) {
        return "password of " + username;
    }

    private static TestPerson of(TestServer server, Answer signedIn) {
        JsonNode person = signedIn.body().path("person");
        return new TestPerson(
                server,
                UUID.fromString(person.path("id").asString()),
                person.path("username").asString(),
                signedIn.body().path("tokens").path("accessToken").asString());
    }

    public UUID id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String password() {
        return password(username);
    }

    public String accessToken() {
        return accessToken;
    }

    public Answer get(String path) {
        return ask(server, "GET", path, null, accessToken);
    }

    public Answer post(String path, String json) {
        return ask(server, "POST", path, json, accessToken);
    }

    public Answer ask(String method, String path, String json) {
        return ask(server, method, path, json, accessToken);
    }

    /** A socket that has said {@code hello} and was sent everything. */
    public TestSocket connect() {
        return TestSocket.open(server.address(), accessToken).hello();
    }

    /** A socket that has said nothing yet. */
    public TestSocket connectSilently() {
        return TestSocket.open(server.address(), accessToken);
    }

    /** The direct conversation with a contact. */
    public UUID direct(TestPerson other) {
        Answer state = post("/api/conversations/direct", "{\"accountId\":\"" + other.id() + "\"}")
                .expect(200);
        return UUID.fromString(state.body().path("conversationId").asString());
    }

    /** A new group of this person and contacts. */
    public UUID group(String name, TestPerson... members) {
        UUID group = UUID.randomUUID();
        String ids = List.of(members).stream()
                .map(member -> "\"" + member.id() + "\"")
                .collect(Collectors.joining(","));
        post("/api/conversations/groups", """
                {"id":"%s","name":"%s","accountIds":[%s]}
                """.formatted(group, name, ids)).expect(201);
        return group;
    }

    /** @param accessToken null: as nobody */
    public static Answer ask(TestServer server, String method, String path, String json, String accessToken) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(path))
                .method(
                        method,
                        json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json))
                .header("Content-Type", "application/json");
        if (accessToken != null) {
            request.header("Authorization", "Bearer " + accessToken);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String body = response.body();
            return new Answer(response.statusCode(), body.isBlank() ? JSON.missingNode() : JSON.readTree(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
