package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CallPhase;
import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.call.CurrentCall.Ending;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.call.layout.Arrangement;
import dev.chatcall.desktop.ui.call.video.FrameCounts;
import java.util.Map;
import javafx.animation.FadeTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The call in full, over the conversation. Dark in both themes. */
final class CallPane extends StackPane {
    /** Below this width the bar has no room for everything, in pixels. */
    private static final double NARROW = 560;

    private final Screens screens;
    private final FrameCounts counts;
    private final CallPaneModel model = new CallPaneModel();
    private final TilesView tiles;
    private final ReactionsView reactions;
    private final CallHeader header;
    private final Announcer announcer;
    private final ProblemLine problem;
    private final ControlBar bar;
    private final ReactionChoice reactionChoice;
    private final VBox controls;
    private final CallMenu menu;
    private final Stillness stillness;
    private @Nullable ContextMenu openMenu;
    private @Nullable EndedCard ended;
    private @Nullable CurrentCall current;

    CallPane(Screens screens, FrameCounts counts) {
        this.screens = screens;
        this.counts = counts;
        tiles = new TilesView(screens, model, counts);
        reactions = new ReactionsView(screens);
        header = new CallHeader(screens, screens.stage()::minimise);
        announcer = new Announcer(screens);
        problem = new ProblemLine(screens);
        bar = new ControlBar(screens, this::toggleReactions, this::openMenu);
        reactionChoice = new ReactionChoice(screens, this::closeReactions);
        controls = new VBox(8, reactionChoice, bar);
        menu = new CallMenu(screens, new Choices());
        getStyleClass().addAll("call-dark", "call-pane");
        setAccessibleRole(AccessibleRole.PARENT);
        setFocusTraversable(true);
        setMinSize(0, 0);
        arrange();
        stillness = new Stillness(this, this::holdsControls, this::setStill);
        widthProperty().addListener(observable -> refresh());
    }

    private void arrange() {
        Styles.show(reactionChoice, false);
        VBox news = new VBox(8, announcer, problem);
        news.setAlignment(Pos.TOP_CENTER);
        news.setPickOnBounds(false);
        news.setMaxHeight(Region.USE_PREF_SIZE);
        header.setMaxHeight(Region.USE_PREF_SIZE);
        controls.setAlignment(Pos.BOTTOM_CENTER);
        controls.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(header, Pos.TOP_CENTER);
        setAlignment(news, Pos.TOP_CENTER);
        setAlignment(controls, Pos.BOTTOM_CENTER);
        setMargin(news, new Insets(60, 12, 0, 12));
        setMargin(reactions, new Insets(60, 0, 110, 0));
        setMargin(controls, new Insets(0, 8, 16, 8));
        getChildren().addAll(tiles, reactions, header, news, controls);
    }

    void show(CurrentCall now) {
        CallFace face = CallFace.of(screens, now.call());
        CurrentCall before = current;
        current = now;
        setAccessibleText(screens.texts().t("call.with", Map.of("name", face.name())));
        tiles.show(now);
        reactions.show(now.reactions());
        header.show(now, model.hands(now), face.name());
        announcer.show(now.call());
        problem.show(now);
        bar.show(now, screens.client().calls().devices().get(), getWidth() < NARROW);
        Styles.show(controls, now.ending() == null);
        showEnded(now, face);
        if (before == null || before.phase() != now.phase()) {
            stillness.stir();
        }
    }

    private void showEnded(CurrentCall now, CallFace face) {
        Ending ending = now.ending();
        if (ending == null) {
            getChildren().remove(ended);
            ended = null;
        } else if (ended == null) {
            if (openMenu != null) {
                openMenu.hide();
            }
            ended = new EndedCard(screens, now, ending, face);
            getChildren().add(ended);
        }
    }

    private void refresh() {
        if (current != null) {
            show(current);
        }
    }

    private boolean holdsControls() {
        return current == null
                || current.phase() != CallPhase.CONNECTED
                || reactionChoice.isVisible()
                || screens.dialogs().isOpen()
                || (openMenu != null && openMenu.isShowing())
                || bar.hasVisibleFocus();
    }

    private void setStill(boolean still) {
        setCursor(still ? Cursor.NONE : null);
        Styles.set(this, "still", still);
        double to = still ? 0 : 1;
        if (Motion.reduced()) {
            controls.setOpacity(to);
            return;
        }
        FadeTransition fade = new FadeTransition(Motion.CALM, controls);
        fade.setToValue(to);
        fade.play();
    }

    private void toggleReactions() {
        if (reactionChoice.isVisible()) {
            closeReactions();
            return;
        }
        Styles.show(reactionChoice, true);
        bar.showReacting(true);
        reactionChoice.focusFirst();
    }

    private void closeReactions() {
        Styles.show(reactionChoice, false);
        bar.showReacting(false);
        bar.focusReact();
        stillness.stir();
    }

    private void openMenu(Node anchor) {
        if (openMenu != null && openMenu.isShowing()) {
            openMenu.hide();
        } else if (current != null) {
            openMenu = menu.open(anchor, current, getWidth() < NARROW);
            openMenu.setOnHidden(event -> stillness.stir());
        }
    }

    private final class Choices implements CallMenu.Choices {
        @Override
        public Arrangement arrangement() {
            return current == null ? Arrangement.GRID : model.arrangement(current.tiles());
        }

        @Override
        public void arrange(Arrangement next) {
            model.choose(next);
            tiles.update();
        }

        @Override
        public boolean fullScreen() {
            return getScene().getWindow() instanceof Stage stage && stage.isFullScreen();
        }

        @Override
        public void setFullScreen(boolean full) {
            if (getScene().getWindow() instanceof Stage stage) {
                stage.setFullScreen(full);
            }
        }

        @Override
        public void showPeople() {
            if (current != null) {
                screens.dialogs().show(new AddPeoplePane(screens, current.call()), screens.t("call.add"));
            }
        }

        @Override
        public void showDevices() {
            VBox fields = new VBox(20, new DeviceFields(screens), new ProcessingFields(screens));
            fields.setPrefWidth(420);
            screens.dialogs().show(fields, screens.t("call.devices"));
        }

        @Override
        public void showQuality() {
            screens.dialogs().show(new QualityPanel(screens, counts), screens.t("call.statistics"));
        }
    }
}
