package dev.chatcall.desktop.ui.calls;

import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.call.CallStarts;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.desktop.ui.people.Everybody;
import dev.chatcall.desktop.ui.people.Face;
import dev.chatcall.desktop.ui.people.FaceView;
import dev.chatcall.desktop.ui.people.Now;
import dev.chatcall.desktop.ui.people.OneLine;
import dev.chatcall.desktop.ui.people.Row;
import dev.chatcall.protocol.call.CallSummary;
import java.util.Map;
import java.util.UUID;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A past call: with whom, what became of it, when, and a button to call again. */
final class PastCallRow implements Row<PastCall> {
    private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");
    private static final int AVATAR_PX = 40;
    private static final int NAME_PX = 14;
    private static final int DIRECTION_PX = 14;
    private static final int ICON_PX = 20;

    private final Screens screens;
    private final Now now;
    private final PastCallTexts texts;
    private final HBox node = new HBox(12);
    private final FaceView face;
    private final OneLine name;
    private final Label time = Words.of("", "conversation-time");
    private final HBox outcome = new HBox(6);
    private final Label cause = Words.of("", "call-outcome");
    private final PushButton again;
    private CallSummary call;

    PastCallRow(Screens screens, Now now, CallSummary call, @Nullable UUID me) {
        this.screens = screens;
        this.now = now;
        this.call = call;
        ClientState state = screens.client().state();
        texts = new PastCallTexts(state, screens.texts(), me);
        face = new FaceView(AVATAR_PX, screens.pictures());
        name = new OneLine(screens.emojis(), NAME_PX, "conversation-name");
        again = PushButton.ofIcon(call.video() ? Icon.VIDEO : Icon.CALL, ICON_PX, screens.t("call.ring"), this::ring);
        build();
        Watching watching = new Watching(node);
        watching.watch(state.conversation(call.conversationId()), changed -> render());
        watching.watch(
                new Everybody<>(call.accountIds().stream().map(state::person).toList()), changed -> render());
        watching.watch(now.value(), changed -> render());
    }

    private void build() {
        node.getStyleClass().add("call-row");
        node.setAlignment(Pos.CENTER_LEFT);
        time.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox above = new HBox(8, name, time);
        above.setAlignment(Pos.CENTER_LEFT);
        outcome.setAlignment(Pos.CENTER_LEFT);
        Words.wrap(cause);
        VBox lines = new VBox(above, outcome, cause);
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        node.getChildren().addAll(face.node(), lines, again);
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(PastCall line) {
        if (line instanceof PastCall.Made(CallSummary next)) {
            call = next;
            render();
        }
    }

    private void render() {
        Face with = texts.face(call);
        String became = texts.outcome(call);
        boolean missed = texts.missed(call);
        face.show(with);
        name.setText(with.name());
        time.setText(screens.texts().listTime(call.startedAt(), now.get()));
        outcome.getChildren().setAll(direction(missed).at(DIRECTION_PX), Words.of(became, "call-outcome"));
        node.pseudoClassStateChanged(MISSED, missed);
        cause.setText(texts.cause(call).orElse(""));
        cause.setVisible(texts.cause(call).isPresent());
        cause.setManaged(texts.cause(call).isPresent());
        String label = screens.texts().t("call.callName", Map.of("name", with.name()));
        again.setAccessibleText(label);
        again.setTooltip(new Tooltip(label));
        node.setAccessibleText(with.name() + ", " + became + ", " + time.getText());
    }

    private Icon direction(boolean missed) {
        if (missed) {
            return Icon.MISSED_CALL;
        }
        return texts.mine(call) ? Icon.OUTGOING_CALL : Icon.INCOMING_CALL;
    }

    private void ring() {
        new CallStarts(screens).start(call.conversationId(), call.video());
    }
}
