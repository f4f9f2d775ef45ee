package dev.chatcall.desktop.ui.calls;

import dev.chatcall.desktop.client.Session;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.EmptyState;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.form.SkeletonRows;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.desktop.ui.people.ListHeader;
import dev.chatcall.desktop.ui.people.Now;
import dev.chatcall.desktop.ui.people.Row;
import dev.chatcall.desktop.ui.people.RowList;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One's past calls, each with a way to call again. */
public final class CallsView extends VBox {
    private static final int SKELETONS = 7;

    private final Screens screens;
    private final CallHistory history;
    private final Now now;
    private final RowList<PastCall> list;
    private final StackPane body = new StackPane();

    public CallsView(Screens screens) {
        this.screens = screens;
        history = new CallHistory(screens.client().calls(), screens.fx());
        Watching watching = new Watching(this);
        now = new Now(screens, watching);
        list = new RowList<>(screens.t("nav.calls"), PastCall::key, this::row, this::open);
        getStyleClass().add("list-pane");
        setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        getChildren().addAll(new ListHeader(screens.t("nav.calls")), body);
        // Each call that ends makes a new line.
        Observable<List<UUID>> running = screens.client()
                .calls()
                .running()
                .map(calls -> calls.stream().map(Call::id).toList());
        watching.watch(history.state(), this::render);
        watching.watch(running, ids -> history.refresh());
    }

    private void render(CallHistory.State state) {
        List<CallSummary> calls = state.calls();
        if (calls == null) {
            show(state.failure() == null ? new SkeletonRows(SKELETONS, screens.t("state.loading")) : failed(state));
        } else if (calls.isEmpty()) {
            show(new EmptyState(Icon.CALL, screens.t("call.none"), screens.t("call.noneText")));
        } else {
            List<PastCall> lines =
                    new ArrayList<>(calls.stream().map(PastCall.Made::new).toList());
            if (state.failure() != null) {
                lines.add(new PastCall.Failed(screens.texts().error(state.failure())));
            } else if (state.more()) {
                lines.add(new PastCall.Earlier(state.loading()));
            }
            list.show(lines);
            show(list);
        }
    }

    private Node failed(CallHistory.State state) {
        return new EmptyState(
                null,
                screens.texts().error(state.failure()),
                null,
                new PushButton(Look.QUIET, screens.t("action.retry"), history::retry));
    }

    private Row<PastCall> row(PastCall line) {
        return switch (line) {
            case PastCall.Made made -> new PastCallRow(screens, now, made.call(), me());
            case PastCall.Earlier _ ->
                new HistoryEndRow(new PushButton(Look.QUIET, screens.t("call.loadMore"), history::loadMore));
            case PastCall.Failed _ ->
                new HistoryEndRow(new PushButton(Look.QUIET, screens.t("action.retry"), history::retry));
        };
    }

    private void open(PastCall line) {
        switch (line) {
            case PastCall.Made(CallSummary call) ->
                screens.navigation().go(new Place.Conversation(call.conversationId()));
            case PastCall.Earlier _ -> history.loadMore();
            case PastCall.Failed _ -> history.retry();
        }
    }

    private void show(Node shown) {
        if (!List.of(shown).equals(body.getChildren())) {
            body.getChildren().setAll(shown);
        }
    }

    private @Nullable UUID me() {
        return screens.client().state().session().get() instanceof Session.SignedIn(UUID id) ? id : null;
    }
}
