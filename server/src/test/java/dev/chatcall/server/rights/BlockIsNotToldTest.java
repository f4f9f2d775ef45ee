package dev.chatcall.server.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.server.TestPerson;
import dev.chatcall.server.TestServer;
import dev.chatcall.server.TestSocket;
import dev.chatcall.server.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same story once with a block and once with a removal: the one it happens to is shown and answered the same. */
class BlockIsNotToldTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        server.register("administrator");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void ofAContact() {
        assertThat(story(true, "PUT", "/api/blocks/")).isEqualTo(story(true, "DELETE", "/api/contacts/"));
    }

    @Test
    void ofAStranger() {
        assertThat(story(false, "PUT", "/api/blocks/")).isEqualTo(story(false, "DELETE", "/api/contacts/"));
    }

    /** All that Ben is shown and answered, with ids and times of this telling replaced. */
    private static List<String> story(boolean contacts, String method, String path) {
        TestPerson anna = server.register("anna");
        TestPerson ben = server.register("ben");
        List<String> shown = new ArrayList<>();
        if (contacts) {
            server.befriend(anna, ben);
        }
        UUID direct = contacts ? anna.direct(ben) : UUID.randomUUID();
        try (TestSocket socket = ben.connect()) {
            anna.ask(method, path + ben.id(), null).expect(204);
            shown.add("account " + ben.get("/api/account").body());
            shown.add("says "
                    + socket.sayInVain(direct, UUID.randomUUID(), "hello").code());
            shown.add("talk " + ben.get("/api/conversations/" + direct).body().path("participants"));
            shown.add("person " + ben.get("/api/people/" + anna.id()).body());
            shown.add(
                    "opens " + ask(ben, "POST", "/api/conversations/direct", "{\"accountId\":\"" + anna.id() + "\"}"));
            shown.add("accepts " + ask(ben, "POST", "/api/contacts/requests/" + anna.id() + "/accept", null));
            shown.add("asks " + ask(ben, "POST", "/api/contacts/requests", "{\"accountId\":\"" + anna.id() + "\"}"));
            shown.add("asks again "
                    + ask(ben, "POST", "/api/contacts/requests", "{\"accountId\":\"" + anna.id() + "\"}"));
            shown.add("removes " + ask(ben, "DELETE", "/api/contacts/" + anna.id(), null));
            shown.add("account " + ben.get("/api/account").body());
            long last = ben.get("/api/account").body().path("change").asLong();
            // The account comes whole after each change; the last one has everything in it.
            socket.await(
                    ServerMessage.AccountChanged.class,
                    changed -> changed.account().change() == last);
        }
        try (TestSocket socket = ben.connectSilently()) {
            socket.hello(0, 0, List.of())
                    .forEach(message -> shown.add(
                            Json.mapper().writerFor(ServerMessage.class).writeValueAsString(message)));
        }
        return shown.stream().map(text -> told(text, anna, ben, direct)).toList();
    }

    private static String ask(TestPerson person, String method, String path, String json) {
        TestPerson.Answer answer = person.ask(method, path, json);
        return answer.status() + " " + answer.body();
    }

    private static String told(String text, TestPerson anna, TestPerson ben, UUID direct) {
        return text.replace(anna.id().toString(), "ANNA")
                .replace(ben.id().toString(), "BEN")
                .replace(direct.toString(), "DIRECT")
                .replace(anna.username(), "anna")
                .replace(ben.username(), "ben")
                .replaceAll("\"(sessionId|requestId)\":\"[^\"]*\"", "\"$1\":…")
                .replaceAll("\"(since|createdAt|serverTime)\":[0-9]+", "\"$1\":…")
                .replaceAll("\"(peopleChange|change)\":[0-9]+}", "\"$1\":…}");
    }
}
