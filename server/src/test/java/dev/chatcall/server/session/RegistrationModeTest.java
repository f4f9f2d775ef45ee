package dev.chatcall.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.account.RegistrationMode;
import dev.chatcall.server.session.LocalAccounts.Answer;
import dev.chatcall.server.session.LocalAccounts.Member;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RegistrationModeTest {

    @Test
    void onAClosedServerOnlyTheFirstRegisters() {
        try (LocalAccounts server = new LocalAccounts(RegistrationMode.CLOSED, null, false)) {
            JsonNode before = server.get("/api/server", null).json();
            assertThat(before.path("registration").asString()).isEqualTo("closed");
            assertThat(before.path("empty").asBoolean()).isTrue();

            Member first = server.register("root");

            assertThat(server.get("/api/admin/invitations", first.access()).status())
                    .isEqualTo(200);
            assertThat(server.post("/api/accounts", null, LocalAccounts.registration("ada", "bearer"))
                            .code())
                    .isEqualTo("account.registration_closed");
            assertThat(server.get("/api/server", null).json().path("empty").asBoolean())
                    .isFalse();
        }
    }

    @Test
    void anInvitationIsGoodForItsUsesAndDays() {
        try (LocalAccounts server = new LocalAccounts(RegistrationMode.INVITATION, null, false)) {
            Member root = server.register("root");
            String token = invite(server, root, 2, 7);

            assertThat(register(server, "eve", null).code()).isEqualTo("account.invitation_invalid");
            assertThat(register(server, "eve", "guessed").code()).isEqualTo("account.invitation_invalid");
            assertThat(register(server, "ada", token).status()).isEqualTo(201);
            assertThat(register(server, "ada", token).code()).isEqualTo("account.username_taken");
            assertThat(register(server, "bob", token).status()).isEqualTo(201);
            assertThat(register(server, "eve", token).code()).isEqualTo("account.invitation_invalid");

            String another = invite(server, root, 2, 7);
            server.clock.advance(Duration.ofDays(7).plusSeconds(1));
            assertThat(register(server, "eve", another).code()).isEqualTo("account.invitation_invalid");
        }
    }

    @Test
    void aRevokedInvitationIsWorthless() {
        try (LocalAccounts server = new LocalAccounts(RegistrationMode.INVITATION, null, false)) {
            Member root = server.register("root");
            String token = invite(server, root, 2, 7);
            JsonNode listed =
                    server.get("/api/admin/invitations", root.access()).json().path(0);
            assertThat(listed.path("link").isNull()).isTrue();
            assertThat(listed.path("note").asString()).isEqualTo("friends");
            String id = listed.path("id").asString();

            assertThat(server.delete("/api/admin/invitations/" + id, root.access())
                            .status())
                    .isEqualTo(204);

            assertThat(register(server, "ada", token).code()).isEqualTo("account.invitation_invalid");
            assertThat(server.get("/api/admin/invitations", root.access())
                            .json()
                            .size())
                    .isZero();
            assertThat(server.delete("/api/admin/invitations/" + id, root.access())
                            .code())
                    .isEqualTo("not_found");
        }
    }

    @Test
    void anInvitationForOneLetsOneOfManyIn() throws Exception {
        try (LocalAccounts server = new LocalAccounts(RegistrationMode.INVITATION, null, false);
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            String token = invite(server, server.register("root"), 1, 7);
            List<Callable<Answer>> calls = IntStream.range(0, 6)
                    .mapToObj(i -> (Callable<Answer>) () -> register(server, "person" + i, token))
                    .toList();

            int let = 0;
            for (Future<Answer> answer : executor.invokeAll(calls)) {
                let += answer.get().status() == 201 ? 1 : 0;
            }

            assertThat(let).isEqualTo(1);
        }
    }

    private static String invite(LocalAccounts server, Member root, int uses, int days) {
        Answer answer = server.post(
                "/api/admin/invitations",
                root.access(),
                "{\"note\":\"friends\",\"maxUses\":%d,\"days\":%d}".formatted(uses, days));
        String link = answer.json().path("link").asString();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(link).startsWith("/register?invitation=");
        return link.substring("/register?invitation=".length());
    }

    private static Answer register(LocalAccounts server, String username, String invitation) {
        String body = LocalAccounts.registration(username, "bearer");
        return server.post(
                "/api/accounts",
                null,
                invitation == null
                        ? body
                        : body.replace("\"invitation\":null", "\"invitation\":\"" + invitation + "\""));
    }
}
