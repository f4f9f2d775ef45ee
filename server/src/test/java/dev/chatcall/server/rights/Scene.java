package dev.chatcall.server.rights;

import dev.chatcall.server.TestPerson;
import dev.chatcall.server.TestServer;
import dev.chatcall.server.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An owner, their group with a member in it, and one actor who asks. Fresh for each question. */
final class Scene {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final TestServer server;
    final TestPerson owner;
    /** A plain member, never the actor. */
    final TestPerson other;

    final UUID group;
    /** Between the owner and {@link #other}, or the owner and the actor where they are blocked. */
    final UUID direct;

    private final @Nullable TestPerson actor;

    /** @param administrator of the server */
    Scene(TestServer server, TestPerson administrator, Actor actor) {
        this.server = server;
        this.owner = server.register("owner");
        this.other = server.register("other");
        server.befriend(owner, other);
        this.group = owner.group("Group", other);
        this.actor = prepare(actor, administrator);
        this.direct = actor == Actor.BLOCKED ? owner.direct(actor()) : owner.direct(other);
    }

    private @Nullable TestPerson prepare(Actor wanted, TestPerson administrator) {
        return switch (wanted) {
            case ANONYMOUS -> null;
            case STRANGER -> server.register("stranger");
            case BLOCKED -> {
                TestPerson blocked = friend("blocked");
                owner.direct(blocked);
                owner.ask("PUT", "/api/blocks/" + blocked.id(), null).expect(204);
                yield blocked;
            }
            case FORMER_MEMBER -> {
                TestPerson former = newMember("former");
                owner.ask("DELETE", member(former.id()), null).expect(204);
                owner.ask("DELETE", "/api/contacts/" + former.id(), null).expect(204);
                yield former;
            }
            case MEMBER -> newMember("member");
            case ADMIN -> {
                TestPerson admin = newMember("admin");
                owner.ask("PATCH", member(admin.id()), "{\"role\":\"admin\"}").expect(204);
                yield admin;
            }
            case ADMINISTRATOR -> administrator.signInAgain();
        };
    }

    private TestPerson newMember(String name) {
        TestPerson member = friend(name);
        owner.post("/api/conversations/" + group + "/members", ids("accountIds", member.id()))
                .expect(204);
        return member;
    }

    private TestPerson friend(String name) {
        TestPerson friend = server.register(name);
        server.befriend(owner, friend);
        return friend;
    }

    /** The one who asks; there is none who is anonymous. */
    TestPerson actor() {
        if (actor == null) {
            throw new IllegalStateException("Nobody is signed in");
        }
        return actor;
    }

    boolean isSignedIn() {
        return actor != null;
    }

    /** Somebody new who is the actor's contact, and nothing to the group. */
    TestPerson friendOfActor() {
        TestPerson friend = server.register("friend");
        if (actor != null) {
            server.befriend(actor, friend);
        }
        return friend;
    }

    /** Somebody new who is nothing to anybody. */
    TestPerson somebody() {
        return server.register("somebody");
    }

    String member(UUID accountId) {
        return "/api/conversations/" + group + "/members/" + accountId;
    }

    static String ids(String field, UUID... accountIds) {
        return Json.mapper().writeValueAsString(java.util.Map.of(field, List.of(accountIds)));
    }

    /** Asks as the actor. */
    TestPerson.Answer ask(String method, String path, byte[] body) {
        return ask(actor, method, path, body);
    }

    void setPictureAsOwner(String path, byte[] picture) {
        ask(owner, "PUT", path, picture).expect(204);
    }

    private TestPerson.Answer ask(@Nullable TestPerson asker, String method, String path, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (asker != null) {
            request.header("Authorization", "Bearer " + asker.accessToken());
        }
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new TestPerson.Answer(
                    response.statusCode(),
                    json
                            ? Json.mapper().readTree(new String(response.body(), StandardCharsets.UTF_8))
                            : Json.mapper().missingNode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that the owner can notice: their account, and the state of group and direct conversation. */
    List<String> whatTheOwnerHas() {
        List<String> noticed = new ArrayList<>();
        JsonNode account = owner.get("/api/account").expect(200).body();
        noticed.add("account " + account.path("change"));
        account.path("contacts")
                .forEach(contact -> noticed.add(contact.path("person").path("username") + " " + contact.path("state")));
        for (UUID conversation : List.of(group, direct)) {
            JsonNode state =
                    owner.get("/api/conversations/" + conversation).expect(200).body();
            noticed.add("change " + state.path("change") + " " + state.path("conversation"));
            noticed.add(state.path("participants").toString());
        }
        return noticed;
    }
}
