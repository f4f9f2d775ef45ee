package dev.chatcall.desktop.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.client.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SubmitTest {
    private final Submit submit = new Submit(Runnable::run);
    private final List<String> done = new ArrayList<>();

    @Test
    void oneRunAtATime() {
        CompletableFuture<String> first = new CompletableFuture<>();
        submit.run(() -> first, done::add);
        submit.run(() -> CompletableFuture.completedFuture("second"), done::add);
        assertThat(submit.state().get().busy()).isTrue();
        first.complete("first");
        assertThat(done).containsExactly("first");
        assertThat(submit.state().get()).isEqualTo(new Submit.State(false, null));
    }

    @Test
    void whatFailedIsKeptUntilTheNextRun() {
        CompletableFuture<String> refused = CompletableFuture.failedFuture(new ApiException("server.busy"));
        submit.run(() -> refused.thenApply(text -> text), done::add);
        assertThat(submit.state().get().code()).isEqualTo("server.busy");
        assertThat(done).isEmpty();
        submit.run(CompletableFuture<String>::new, done::add);
        assertThat(submit.state().get().code()).isNull();
    }
}
