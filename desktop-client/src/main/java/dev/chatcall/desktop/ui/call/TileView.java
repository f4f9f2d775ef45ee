package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.call.Tile;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.call.layout.Place;
import dev.chatcall.desktop.ui.call.video.FrameCounts;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.protocol.call.ParticipantState;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.animation.Animation;
import javafx.animation.Transition;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One picture of the call, at its place. */
final class TileView extends Region {
    private static final double INSET = 8;
    private static final double SMALL_INSET = 5;
    /** The name of the picture behind everything stands above the controls where these take the whole width. */
    private static final double ABOVE_CONTROLS = 100;

    private static final double NARROW = 640;

    private final Screens screens;
    private final TileFace face;
    private final TileLabel label;
    private final Region ring = new Region();
    private final DarkControl pin = new DarkControl("tile-pin", 16);
    private @Nullable Place place;
    private @Nullable Animation moving;

    TileView(Screens screens, FrameCounts counts) {
        this.screens = screens;
        face = new TileFace(screens, counts);
        label = new TileLabel(screens);
        getStyleClass().add("tile");
        ring.getStyleClass().add("tile-ring");
        ring.setMouseTransparent(true);
        getChildren().addAll(face, ring, label, pin);
    }

    /** @param hands who has one up, the first first */
    void show(Tile tile, CurrentCall current, List<UUID> hands, Place at) {
        String person = CallFace.nameOf(screens, tile.accountId());
        String name = TileLabel.nameOf(screens, tile, person);
        int turn = hands.size() > 1 ? hands.indexOf(tile.accountId()) + 1 : 0;
        label.show(tile, name, current.links().get(tile.accountId()), turn);
        face.show(tile, person, at.height(), waitsFor(tile, current));
        boolean speaks =
                current.speaking().contains(tile.accountId()) && current.tiles().size() > 1 && !tile.screen();
        Styles.set(this, "speaking", speaks);
        Styles.set(this, "main", at.role() == Place.Role.MAIN);
        Styles.set(this, "small", at.role() == Place.Role.STRIP || at.role() == Place.Role.SELF);
        boolean self = at.role() == Place.Role.SELF;
        Styles.set(this, "self", self);
        setFocusTraversable(self);
        setAccessibleRole(self ? AccessibleRole.BUTTON : AccessibleRole.IMAGE_VIEW);
        setAccessibleText(self ? screens.t("call.moveSelf") : name);
        setViewOrder(self ? -1 : 0);
    }

    /** @param press what the button in the corner does; null where there is nothing to choose */
    void offerPin(boolean pinned, @Nullable Runnable press) {
        Styles.show(pin, press != null);
        if (press == null) {
            return;
        }
        pin.mark("pinned", pinned);
        String name = String.valueOf(getAccessibleText());
        pin.show(
                screens.texts().t(pinned ? "call.unpin" : "call.pin", Map.of("name", name)),
                null,
                pinned ? Icon.SMALL : Icon.LARGE);
        pin.setOnAction(event -> press.run());
    }

    /** Where it stands or is on its way to. */
    @Nullable
    Place place() {
        return place;
    }

    void setSeen(boolean seen) {
        face.setSeen(seen);
    }

    private @Nullable String waitsFor(Tile tile, CurrentCall current) {
        if (!tile.waiting()) {
            return null;
        }
        boolean rings = current.call().participants().stream()
                .anyMatch(
                        each -> each.accountId().equals(tile.accountId()) && each.state() == ParticipantState.RINGING);
        return screens.t(rings ? "call.rings" : "call.waitsForThem");
    }

    /** Moves it to its place, at once where it has none yet or nothing is to move. */
    void moveTo(Place next, boolean calmly) {
        Place before = place;
        if (next.equals(before)) {
            return;
        }
        place = next;
        if (moving != null) {
            moving.stop();
        }
        if (before == null || !calmly || Motion.reduced()) {
            resizeRelocate(next.x(), next.y(), next.width(), next.height());
            requestLayout();
            return;
        }
        moving = new Move(getLayoutX(), getLayoutY(), getWidth(), getHeight(), next);
        moving.play();
    }

    private final class Move extends Transition {
        private final double x;
        private final double y;
        private final double width;
        private final double height;
        private final Place to;

        private Move(double x, double y, double width, double height, Place to) {
            this.x = x;
            this.y = y;
            this.width = width;
            this.height = height;
            this.to = to;
            setCycleDuration(Motion.CALM);
            setInterpolator(Motion.EASE);
        }

        @Override
        protected void interpolate(double part) {
            resizeRelocate(
                    between(x, to.x(), part),
                    between(y, to.y(), part),
                    between(width, to.width(), part),
                    between(height, to.height(), part));
        }

        /** Exactly there at the end. */
        private static double between(double from, double to, double part) {
            return from * (1 - part) + to * part;
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        face.resizeRelocate(0, 0, width, height);
        ring.resizeRelocate(0, 0, width, height);
        boolean small = getStyleClass().contains("small");
        double inset = small ? SMALL_INSET : INSET;
        double labelWidth = Math.min(label.prefWidth(-1), Math.max(0, width - 2 * inset));
        double labelHeight = label.prefHeight(labelWidth);
        double below = place != null && place.full() && width < NARROW ? ABOVE_CONTROLS : inset;
        label.resizeRelocate(inset, height - labelHeight - below, labelWidth, labelHeight);
        double side = pin.prefWidth(-1);
        pin.resizeRelocate(width - side - INSET, INSET, side, pin.prefHeight(-1));
    }
}
