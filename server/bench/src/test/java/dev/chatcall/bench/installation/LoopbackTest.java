package dev.chatcall.bench.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080", "http://[::1]:8080", "http://127.8.9.10"})
    void takesThisMachine(String url) {
        assertThat(Loopback.require(url)).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1:8080", "http://0.0.0.0:8080", "http://[2001:db8::1]"})
    void refusesOtherMachines(String url) {
        assertThatThrownBy(() -> Loopback.require(url))
                .isInstanceOf(BenchFailure.class)
                .hasMessageContaining("loopback");
    }

    @Test
    void refusesWhatIsNoUrlOfAServer() {
        assertThatThrownBy(() -> Loopback.require("127.0.0.1:8080")).isInstanceOf(BenchFailure.class);
        assertThatThrownBy(() -> Loopback.require("https://127.0.0.1")).isInstanceOf(BenchFailure.class);
    }
}
