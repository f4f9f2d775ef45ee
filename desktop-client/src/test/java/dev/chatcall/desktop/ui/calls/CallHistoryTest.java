package dev.chatcall.desktop.ui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.ui.FakeClient;
import dev.chatcall.desktop.ui.Samples;
import dev.chatcall.protocol.call.CallPage;
import dev.chatcall.protocol.call.CallSummary;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.call.ParticipantState;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CallHistoryTest {
    private final FakeClient client = new FakeClient();
    private final CallHistory history = new CallHistory(client.calls(), Runnable::run);

    private static CallSummary call(String id) {
        return new CallSummary(
                Samples.id(id),
                Samples.id("chat"),
                Samples.id("ben"),
                false,
                0,
                EndReason.FINISHED,
                1,
                List.of(),
                ParticipantState.LEFT,
                null);
    }

    @Test
    void pagesAreJoined() {
        client.answer(
                "history",
                args -> CompletableFuture.completedFuture(
                        args.getFirst() == null
                                ? new CallPage(List.of(call("2")), true)
                                : new CallPage(List.of(call("1")), false)));
        history.refresh();
        assertThat(history.state().get().more()).isTrue();
        history.loadMore();
        assertThat(history.state().get().calls()).containsExactly(call("2"), call("1"));
        assertThat(client.asked("history").getLast().argument(0)).isEqualTo(Samples.id("2"));
    }

    @Test
    void whatFailedIsAskedAgainFromWhereItFailed() {
        client.answer("history", args -> CompletableFuture.completedFuture(new CallPage(List.of(call("2")), true)));
        history.refresh();
        client.answer("history", args -> FakeClient.failed("server.busy"));
        history.loadMore();
        assertThat(history.state().get().failure()).isNotNull();
        assertThat(history.state().get().calls()).as("what is there stays").hasSize(1);
        history.retry();
        assertThat(client.asked("history").getLast().argument(0)).isEqualTo(Samples.id("2"));
    }

    @Test
    void aFreshBeginningLeavesOutAnAnswerOfBefore() {
        CompletableFuture<CallPage> slow = new CompletableFuture<>();
        client.answer("history", args -> slow);
        history.refresh();
        client.answer("history", args -> CompletableFuture.completedFuture(new CallPage(List.of(call("3")), false)));
        history.refresh();
        slow.complete(new CallPage(List.of(call("2")), false));
        assertThat(history.state().get().calls()).containsExactly(call("3"));
    }
}
