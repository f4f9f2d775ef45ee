package dev.chatcall.desktop.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.desktop.ui.form.Loaded.State;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LoadedTest {
    private final Deque<CompletableFuture<String>> asks = new ArrayDeque<>();
    private final Loaded<String> loaded = new Loaded<>(
            () -> {
                asks.add(new CompletableFuture<>());
                return asks.getLast();
            },
            Runnable::run);

    @Test
    void onlyTheLastAskCounts() {
        loaded.load();
        loaded.load();
        asks.getLast().complete("new");
        asks.getFirst().complete("old");
        assertThat(loaded.state().get()).isEqualTo(new State.There<>("new"));
    }

    @Test
    void afterAFailureItLoadsAgainFromTheBeginning() {
        loaded.load();
        asks.getLast().completeExceptionally(new ApiException("server.busy"));
        assertThat(loaded.state().get()).isInstanceOf(State.Failed.class);
        loaded.load();
        assertThat(loaded.state().get()).isInstanceOf(State.Loading.class);
        asks.getLast().complete("there");
        loaded.load();
        assertThat(loaded.state().get()).as("what was there stays").isEqualTo(new State.There<>("there"));
    }
}
