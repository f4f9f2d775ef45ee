package dev.chatcall.desktop.ui.calls;

import dev.chatcall.desktop.call.CallActions;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.ui.form.Submit;
import dev.chatcall.protocol.call.CallPage;
import dev.chatcall.protocol.call.CallSummary;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One's past calls, page by page. */
public final class CallHistory {
    private final CallActions calls;
    private final Executor fx;
    private final Store<State> state = new Store<>(new State(null, false, false, null));
    private int asked;

    /** @param fx where it is asked and where answers come */
    public CallHistory(CallActions calls, Executor fx) {
        this.calls = calls;
        this.fx = fx;
    }

    public Observable<State> state() {
        return state;
    }

    /** Begins afresh with the newest; what is shown stays until they are there. */
    public void refresh() {
        load(null);
    }

    public void loadMore() {
        load(lastId());
    }

    /** Asks again for what could not be loaded. */
    public void retry() {
        load(lastId());
    }

    private @Nullable UUID lastId() {
        List<CallSummary> there = state.get().calls();
        return there == null || there.isEmpty() ? null : there.getLast().id();
    }

    private void load(@Nullable UUID before) {
        int ask = ++asked;
        state.update(now -> new State(now.calls(), now.more(), true, null));
        calls.history(before).whenCompleteAsync((page, failure) -> receive(ask, before, page, failure), fx);
    }

    private void receive(int ask, @Nullable UUID before, CallPage page, @Nullable Throwable failure) {
        if (ask != asked) {
            return;
        }
        if (failure != null) {
            state.update(now -> new State(now.calls(), now.more(), false, Submit.cause(failure)));
        } else {
            state.update(now -> new State(joined(before, now.calls(), page.calls()), page.more(), false, null));
        }
    }

    private static List<CallSummary> joined(
            @Nullable UUID before, @Nullable List<CallSummary> there, List<CallSummary> next) {
        return before == null || there == null
                ? next
                : Stream.concat(there.stream(), next.stream()).toList();
    }

    /**
     * @param calls null until the first page is there
     * @param more there are older ones
     * @param failure what the last ask failed with
     */
    public record State(
            @Nullable List<CallSummary> calls,
            boolean more,
            boolean loading,
            @Nullable Throwable failure) {}
}
