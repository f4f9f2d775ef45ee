package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.ui.CallStage;
import dev.chatcall.desktop.ui.CallStage.Preparation;
import dev.chatcall.desktop.ui.CallStage.Shape;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.call.video.FrameCounts;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.protocol.call.Call;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The call over the window, below the dialogs: in full over the conversation, or small in a corner; and what is asked
 * before one. Who rings lies above everything: see {@link RingLayer}. Where there is nothing of a call it takes no press.
 */
public final class CallLayer extends Region {
    private static final double CORNER_TOP = 72;
    private static final double CORNER_SIDE = 16;

    private final Screens screens;
    private final FrameCounts counts = new FrameCounts();
    private final Ringback ringback;
    private final ChangeListener<Place> moved = (observable, before, now) -> screensMoved();
    private @Nullable Region main;
    private @Nullable CallPane pane;
    private @Nullable MiniCall mini;
    private @Nullable FloatingCall floating;
    private @Nullable Preparation asked;
    private @Nullable UUID callId;
    private @Nullable UUID conversationId;

    public CallLayer(Screens screens) {
        this.screens = screens;
        this.ringback = new Ringback(screens);
        getStyleClass().add("call-layer");
        setPickOnBounds(false);
        Watching watching = new Watching(this);
        watching.watch(screens.client().calls().current(), current -> update());
        watching.watch(screens.stage().state(), state -> update());
        watching.watch(screens.client().calls().incoming(), this::giveWay);
        watching.add(() -> new CallNotices(screens));
        watching.add(this::listenToPlaces);
        watching.add(() -> new CallKeys(screens, getScene(), this::escape, this::isFree));
        watching.add(() -> ringback::stop);
    }

    /** The call in full stands over this; over everything where it is not told. */
    public void cover(Region mainArea) {
        main = mainArea;
        mainArea.boundsInParentProperty().addListener(observable -> requestLayout());
        mainArea.layoutBoundsProperty().addListener(observable -> requestLayout());
        requestLayout();
    }

    /** Whether the call lies over the conversation, so that nothing below it may take the keyboard. */
    public boolean covers() {
        return pane != null;
    }

    /** Who goes elsewhere wants to read there; the call goes on in the corner. */
    private Subscription listenToPlaces() {
        screens.navigation().place().addListener(moved);
        return () -> screens.navigation().place().removeListener(moved);
    }

    private void screensMoved() {
        screens.stage().minimise();
    }

    private void update() {
        CallStage.State stage = screens.stage().state().get();
        Optional<CurrentCall> current = screens.client().calls().current().get();
        current.ifPresentOrElse(now -> showCall(now, stage.shape()), this::clear);
        ask(stage.preparing());
        requestLayout();
    }

    private void showCall(CurrentCall now, Shape shape) {
        if (!now.call().id().equals(callId)) {
            callId = now.call().id();
            counts.clear();
        }
        goAlong(now.call());
        ringback.show(now);
        if (shape != Shape.FULL) {
            remove(pane);
            pane = null;
        }
        if (shape != Shape.CORNER) {
            remove(mini);
            mini = null;
        }
        if (shape != Shape.FLOATING) {
            land();
        }
        switch (shape) {
            case FULL -> showPane(now);
            case CORNER -> showMini(now);
            case FLOATING -> showFloating();
        }
    }

    private void showPane(CurrentCall now) {
        CallPane shown = pane == null ? new CallPane(screens, counts) : pane;
        if (pane == null) {
            pane = shown;
            getChildren().add(shown);
            shown.requestFocus();
        }
        shown.show(now);
    }

    private void showMini(CurrentCall now) {
        MiniCall shown = mini == null ? new MiniCall(screens, counts) : mini;
        if (mini == null) {
            mini = shown;
            getChildren().add(shown);
        }
        shown.show(now);
    }

    /** It watches the call by itself. */
    private void showFloating() {
        if (floating == null) {
            floating = new FloatingCall(screens, counts, getScene());
            floating.open();
        }
    }

    private void land() {
        if (floating != null) {
            floating.close();
        }
        floating = null;
    }

    private void clear() {
        if (pane != null) {
            leaveFullScreen();
        }
        remove(pane);
        remove(mini);
        pane = null;
        mini = null;
        land();
        callId = null;
        conversationId = null;
        ringback.stop();
    }

    private void leaveFullScreen() {
        if (getScene() != null && getScene().getWindow() instanceof Stage stage && stage.isFullScreen()) {
            stage.setFullScreen(false);
        }
    }

    private void remove(@Nullable Region child) {
        if (child != null) {
            getChildren().remove(child);
        }
    }

    /** A call that moves to a group takes one along who was looking at its conversation. */
    private void goAlong(Call call) {
        UUID before = conversationId;
        conversationId = call.conversationId();
        if (before == null || before.equals(conversationId)) {
            return;
        }
        boolean minimised = screens.stage().state().get().minimised();
        boolean there = before.equals(screens.navigation().place().getValue().conversationId());
        if (there) {
            screens.navigation().go(new Place.Conversation(call.conversationId()));
            if (!minimised) {
                screens.stage().show();
            }
        }
    }

    private void ask(@Nullable Preparation preparing) {
        if (preparing == null || preparing.equals(asked)) {
            asked = preparing;
            return;
        }
        asked = preparing;
        screens.dialogs().show(new PreviewPane(screens, preparing), PreviewPane.titleOf(screens, preparing));
    }

    /** Somebody is quicker than oneself: answering comes before calling. */
    private void giveWay(List<Call> incoming) {
        Preparation preparing = screens.stage().state().get().preparing();
        boolean quicker = preparing != null
                && incoming.stream().anyMatch(call -> call.conversationId().equals(preparing.conversationId()));
        if (quicker) {
            screens.dialogs().close();
            screens.stage().prepared();
        }
    }

    private void escape() {
        if (getScene().getWindow() instanceof Stage stage && stage.isFullScreen()) {
            return;
        }
        if (pane != null) {
            screens.stage().minimise();
        }
    }

    private boolean isFree() {
        return !screens.dialogs().isOpen()
                && screens.client().calls().incoming().get().isEmpty();
    }

    @Override
    protected void layoutChildren() {
        if (pane != null) {
            Bounds over = coveredBounds();
            pane.resizeRelocate(over.getMinX(), over.getMinY(), over.getWidth(), over.getHeight());
        }
        if (mini != null) {
            double width = mini.prefWidth(-1);
            mini.resizeRelocate(getWidth() - width - CORNER_SIDE, CORNER_TOP, width, mini.prefHeight(width));
        }
    }

    private Bounds coveredBounds() {
        Region area = main;
        boolean full = getScene() != null && getScene().getWindow() instanceof Stage stage && stage.isFullScreen();
        if (area == null || full || area.getScene() != getScene()) {
            return getLayoutBounds();
        }
        return sceneToLocal(area.localToScene(area.getLayoutBounds()));
    }
}
