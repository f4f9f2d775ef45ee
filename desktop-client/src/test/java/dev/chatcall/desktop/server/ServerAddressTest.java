package dev.chatcall.desktop.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.server.ServerAddress.Typed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
    @ParameterizedTest
    @CsvSource({
        "chat.example.org, https://chat.example.org",
        "Chat.Example.org:8443/, https://chat.example.org:8443",
        "https://chat.example.org/c/1, https://chat.example.org",
        "localhost:8080, http://localhost:8080",
        "http://127.0.0.1:8080, http://127.0.0.1:8080"
    })
    void anAddressIsMadeOutOfWhatWasTyped(String typed, String url) {
        assertThat(ServerAddress.parse(typed)).isEqualTo(new Typed.Url(url));
    }

    @Test
    void overANetworkOnlyHttpsIsTaken() {
        assertThat(ServerAddress.parse("http://chat.example.org")).isEqualTo(new Typed.Insecure());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "two words", "ftp://chat.example.org", "https://me@chat.example.org", "a:b:c"})
    void whatIsNoAddressIsNone(String typed) {
        assertThat(ServerAddress.parse(typed)).isEqualTo(new Typed.Invalid());
    }
}
