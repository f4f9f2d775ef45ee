package dev.chatcall.server.account;

import static dev.chatcall.server.database.generated.Tables.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.server.bus.BusEvent;
import dev.chatcall.server.session.LocalAccounts;
import dev.chatcall.server.session.LocalAccounts.Answer;
import dev.chatcall.server.session.LocalAccounts.Member;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AccountTest {
    @AutoClose
    private final LocalAccounts server = new LocalAccounts();

    private final Member ada = server.register("ada");

    @Test
    void anAccountIsShownWithAllThatIsPrivateToIt() {
        JsonNode account = server.get("/api/account", ada.access()).json();

        assertThat(account.path("person").path("id").asString())
                .isEqualTo(ada.id().toString());
        assertThat(account.path("email").asString()).isEqualTo("ada@example.org");
        assertThat(account.path("administrator").asBoolean()).isTrue();
        assertThat(account.path("settings").path("sendReadReceipts").asBoolean())
                .isTrue();
        assertThat(account.path("settings").path("showLastSeen").asBoolean()).isTrue();
        assertThat(account.path("contacts").isEmpty()).isTrue();
        assertThat(account.path("preferences").isEmpty()).isTrue();
        assertThat(account.path("change").asLong()).isEqualTo(1);
    }

    @Test
    void aChangedProfileIsCountedAndToldOf() {
        server.events.clear();

        Answer answer = server.put(
                "/api/account/profile",
                ada.access(),
                "{\"displayName\":\"  Ada Lovelace \",\"statusMessage\":\" computing \"}");

        JsonNode account = server.get("/api/account", ada.access()).json();
        assertThat(answer.status()).isEqualTo(204);
        assertThat(account.path("person").path("displayName").asString()).isEqualTo("Ada Lovelace");
        assertThat(account.path("person").path("statusMessage").asString()).isEqualTo("computing");
        assertThat(account.path("change").asLong()).isEqualTo(2);
        assertThat(server.events)
                .containsExactly(new BusEvent.AccountTouched(ada.id()), new BusEvent.PersonTouched(ada.id()));
    }

    @Test
    void aProfileThatIsNotWellFormedChangesNothing() {
        for (String bad : List.of(
                "{\"displayName\":\"  \",\"statusMessage\":\"\"}",
                "{\"displayName\":\"\",\"statusMessage\":\"\"}",
                "{\"displayName\":\"a\"}",
                "{\"displayName\":\"a\",\"statusMessage\":\"" + "x".repeat(141) + "\"}",
                "{\"displayName\":\"" + "🎈".repeat(65) + "\",\"statusMessage\":\"\"}",
                "{\"displayName\":\"a\\u0000\",\"statusMessage\":\"\"}")) {
            assertThat(server.put("/api/account/profile", ada.access(), bad).status())
                    .as(bad)
                    .isEqualTo(422);
        }
        assertThat(server.get("/api/account", ada.access())
                        .json()
                        .path("change")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void settingsAreKeptAndHiddenPresenceIsToldOf() {
        server.events.clear();

        server.put("/api/account/settings", ada.access(), "{\"sendReadReceipts\":false,\"showLastSeen\":true}");
        assertThat(server.events).containsExactly(new BusEvent.AccountTouched(ada.id()));
        server.put("/api/account/settings", ada.access(), "{\"sendReadReceipts\":false,\"showLastSeen\":false}");

        JsonNode account = server.get("/api/account", ada.access()).json();
        assertThat(server.events).contains(new BusEvent.PresenceTouched(ada.id()));
        assertThat(account.path("settings").path("sendReadReceipts").asBoolean())
                .isFalse();
        assertThat(account.path("settings").path("showLastSeen").asBoolean()).isFalse();
        assertThat(account.path("change").asLong()).isEqualTo(3);
        assertThat(server.put("/api/account/settings", ada.access(), "{\"showLastSeen\":true}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void profilesThatChangeAtOnceGetDifferentNumbers() throws Exception {
        Member bob = server.register("bob");
        List<Callable<Answer>> calls = IntStream.range(0, 20)
                .mapToObj(i -> (Callable<Answer>) () -> server.put(
                        "/api/account/profile",
                        i % 2 == 0 ? ada.access() : bob.access(),
                        "{\"displayName\":\"name %d\",\"statusMessage\":\"\"}".formatted(i)))
                .toList();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : executor.invokeAll(calls)) {
                assertThat(answer.get().status()).isEqualTo(204);
            }
        }

        Set<Long> numbers = new HashSet<>(server.database
                .dsl()
                .select(ACCOUNT.PROFILE_CHANGE)
                .from(ACCOUNT)
                .fetch(ACCOUNT.PROFILE_CHANGE));
        assertThat(numbers).hasSize(2).contains(22L);
        assertThat(server.get("/api/account", ada.access())
                        .json()
                        .path("change")
                        .asLong())
                .isEqualTo(11);
    }
}
