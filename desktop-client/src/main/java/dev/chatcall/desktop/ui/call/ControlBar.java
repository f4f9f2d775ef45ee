package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CallActions;
import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.call.CurrentCall.SelfState;
import dev.chatcall.desktop.call.Devices;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Attempt;
import dev.chatcall.desktop.ui.icon.Icon;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** Everything one does in a call, in one bar; what is rarely wanted is behind "more". */
final class ControlBar extends HBox {
    private final Screens screens;
    private final CallActions calls;
    private final DarkControl microphone = new DarkControl("bar-control", 20);
    private final DarkControl camera = new DarkControl("bar-control", 20);
    private final DarkControl screen = new DarkControl("bar-control", 20);
    private final DarkControl hand = new DarkControl("bar-control", 20);
    private final DarkControl react = new DarkControl("bar-control", 20);
    private final DarkControl more = new DarkControl("bar-control", 20);
    private final DarkControl leave = new DarkControl("bar-control", 22);

    /**
     * @param onReact shows or hides the row of reactions
     * @param onMore opens the menu at the node it is given
     */
    ControlBar(Screens screens, Runnable onReact, Consumer<Node> onMore) {
        this.screens = screens;
        this.calls = screens.client().calls();
        getStyleClass().add("control-bar");
        setAlignment(Pos.CENTER);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText(screens.t("call.controls"));
        react.setOnAction(event -> onReact.run());
        react.show(screens.t("call.react"), null, Icon.EMOJI);
        more.setOnAction(event -> onMore.accept(more));
        more.show(screens.t("call.more"), null, Icon.MORE);
        leave.getStyleClass().add("leave");
        leave.show(screens.t("call.leave"), null, Icon.HANG_UP);
        act(leave, calls::leave);
        getChildren().addAll(microphone, camera, screen, hand, react, more, leave);
    }

    void show(CurrentCall current, Devices devices, boolean narrow) {
        SelfState self = current.self();
        microphone.show(
                screens.t(self.microphone() ? "call.mute" : "call.unmute"),
                "M",
                self.microphone() ? Icon.MICROPHONE : Icon.MICROPHONE_OFF);
        microphone.mark("off", !self.microphone());
        microphone.mark("warn", self.microphoneProblem() != null);
        act(microphone, () -> calls.setMicrophone(!self.microphone()));
        camera.show(
                screens.t(self.camera() ? "call.cameraOff" : "call.cameraOn"),
                "V",
                self.camera() ? Icon.VIDEO : Icon.VIDEO_OFF);
        camera.mark("off", !self.camera());
        camera.mark("warn", self.cameraProblem() != null);
        act(camera, () -> calls.setCamera(!self.camera()));
        showRare(self, devices, narrow);
    }

    private void showRare(SelfState self, Devices devices, boolean narrow) {
        Styles.show(screen, devices.canShareScreen() && !narrow);
        screen.show(screens.t(self.screen() ? "call.screenOff" : "call.screenOn"), null, Icon.SCREEN);
        screen.mark("active", self.screen());
        act(screen, () -> calls.setScreen(!self.screen()));
        Styles.show(hand, !narrow);
        hand.show(screens.t(self.hand() ? "call.handDown" : "call.hand"), null, Icon.HAND);
        hand.mark("active", self.hand());
        hand.setOnAction(event -> calls.setHand(!self.hand()));
        Styles.set(this, "narrow", narrow);
    }

    void showReacting(boolean open) {
        react.mark("active", open);
    }

    void focusReact() {
        react.requestFocus();
    }

    /** Whether the keyboard is at work here. */
    boolean hasVisibleFocus() {
        return getChildren().stream().anyMatch(Node::isFocusVisible);
    }

    private void act(DarkControl control, Supplier<CompletableFuture<Void>> action) {
        control.setOnAction(event -> Attempt.run(screens, action.get()));
    }
}
