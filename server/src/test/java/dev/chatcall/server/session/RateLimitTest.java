package dev.chatcall.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.account.RegistrationMode;
import dev.chatcall.server.session.LocalAccounts.Answer;
import dev.chatcall.server.session.LocalAccounts.Member;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    @AutoClose
    private final LocalAccounts server = new LocalAccounts(RegistrationMode.OPEN, null, true);

    @Test
    void guessingOnePersonsPasswordIsHeldBack() {
        server.register("ada");
        for (int i = 0; i < 10; i++) {
            assertThat(server.signIn(i % 2 == 0 ? "ada" : " ADA", "wrong guess " + i)
                            .status())
                    .isEqualTo(401);
        }

        Answer refused = server.signIn("ada", LocalAccounts.PASSWORD);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("rate.limited");
        assertThat(refused.json().path("retryAfterMs").asLong()).isPositive();
        assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(server.signIn("bob", "wrong guess").status()).isEqualTo(401);
    }

    @Test
    void tryingManyNamesFromOneAddressIsHeldBack() {
        for (int i = 0; i < 30; i++) {
            assertThat(server.signIn("nobody" + i, "wrong guess").status()).isEqualTo(401);
        }

        assertThat(server.signIn("nobody", "wrong guess").code()).isEqualTo("rate.limited");
    }

    @Test
    void registeringAndSearchingAreLimited() {
        Member ada = server.register("ada");
        for (int i = 1; i < 20; i++) {
            server.register("person" + i);
        }
        for (int i = 0; i < 60; i++) {
            assertThat(server.get("/api/people?q=person", ada.access()).status())
                    .isEqualTo(200);
        }

        assertThat(server.post("/api/accounts", null, LocalAccounts.registration("eve", "bearer"))
                        .code())
                .isEqualTo("rate.limited");
        assertThat(server.get("/api/people?q=person", ada.access()).code()).isEqualTo("rate.limited");
    }
}
