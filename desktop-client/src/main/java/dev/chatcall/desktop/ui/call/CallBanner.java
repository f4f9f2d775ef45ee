package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CallActions;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallParticipant;
import dev.chatcall.protocol.call.ParticipantState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Says in a conversation that a call goes on there, and leads into it. Takes no room while there is none. */
public final class CallBanner extends HBox {
    private final Screens screens;
    private final UUID conversationId;
    private final Label text = new Label();
    private final Button join = new Button();

    public CallBanner(Screens screens, UUID conversationId) {
        this.screens = screens;
        this.conversationId = conversationId;
        getStyleClass().add("call-banner");
        join.getStyleClass().add("primary");
        text.setMaxWidth(Double.MAX_VALUE);
        setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(Icon.CALL.at(16), text, join);
        hide();
        Watching watching = new Watching(this);
        watching.watch(screens.client().calls().running(), running -> update());
        watching.watch(screens.client().calls().current(), current -> update());
    }

    private void update() {
        CallActions calls = screens.client().calls();
        Optional<UUID> here =
                calls.current().get().map(current -> current.call().id());
        Optional<Call> running = calls.running().get().stream()
                .filter(call -> call.conversationId().equals(conversationId) && call.end() == null)
                .findFirst();
        // The call that one is in leads back by itself.
        running.filter(call -> !here.equals(Optional.of(call.id()))).ifPresentOrElse(this::show, this::hide);
    }

    private void show(Call call) {
        List<CallParticipant> inIt = call.participants().stream()
                .filter(each -> each.state() == ParticipantState.JOINED)
                .toList();
        UUID me = CallFace.myId(screens.client().state());
        boolean elsewhere = inIt.stream().anyMatch(each -> each.accountId().equals(me));
        text.setText(
                elsewhere
                        ? screens.t("calls.elsewhere")
                        : screens.texts().t("calls.running", Map.of("count", inIt.size())));
        join.setText(screens.t(elsewhere ? "calls.takeOver" : "calls.join"));
        join.setOnAction(event -> new CallStarts(screens).join(conversationId, call.id(), call.video()));
        setVisible(true);
        setManaged(true);
    }

    private void hide() {
        setVisible(false);
        setManaged(false);
    }
}
