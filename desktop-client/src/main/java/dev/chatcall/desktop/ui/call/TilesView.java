package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CallActions;
import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.call.Tile;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.call.layout.Arrangement;
import dev.chatcall.desktop.ui.call.layout.Place;
import dev.chatcall.desktop.ui.call.layout.StageSize;
import dev.chatcall.desktop.ui.call.layout.TileLayout;
import dev.chatcall.desktop.ui.call.video.FrameCounts;
import dev.chatcall.desktop.ui.fx.Watching;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Every picture of the call. Each stays one node wherever it stands, so that none flickers when places change. */
final class TilesView extends ScrollPane {
    private final Screens screens;
    private final CallActions calls;
    private final CallPaneModel model;
    private final FrameCounts counts;
    private final Area area = new Area();
    private final Button more = new Button();
    private final Map<String, Shown> shown = new HashMap<>();
    private final Map<String, Integer> widths = new HashMap<>();
    private @Nullable CurrentCall current;
    private StageSize stageBefore = new StageSize(0, 0);
    private double height;

    /** A tile with what moves it. */
    private record Shown(TileView view, SelfDrag drag) {}

    TilesView(Screens screens, CallPaneModel model, FrameCounts counts) {
        this.screens = screens;
        this.calls = screens.client().calls();
        this.model = model;
        this.counts = counts;
        getStyleClass().add("call-tiles");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setContent(area);
        area.setAccessibleRole(AccessibleRole.LIST_VIEW);
        area.setAccessibleText(screens.t("call.people"));
        more.getStyleClass().setAll("tiles-more");
        more.setOnAction(event -> {
            model.choose(Arrangement.GRID);
            update();
        });
        area.getChildren().add(more);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        viewportBoundsProperty().addListener(observable -> update());
        vvalueProperty().addListener(observable -> tellSizes());
        new Watching(this).add(() -> {
            update();
            return this::tellGone;
        });
    }

    void show(CurrentCall now) {
        current = now;
        update();
    }

    /** Places everything anew. */
    void update() {
        CurrentCall now = current;
        StageSize stage = new StageSize(
                getViewportBounds().getWidth(), getViewportBounds().getHeight());
        if (now == null || stage.width() <= 0 || stage.height() <= 0) {
            return;
        }
        boolean calmly = stage.equals(stageBefore);
        stageBefore = stage;
        TileLayout layout = model.layout(now, stage);
        height = layout.height();
        forget(layout);
        List<UUID> hands = model.hands(now);
        for (Tile tile : now.tiles()) {
            Place place = layout.places().get(tile.id());
            if (place != null) {
                showTile(tile, now, hands, place, calmly);
            }
        }
        showRest(layout.rest());
        area.requestLayout();
        tellSizes();
    }

    private void showTile(Tile tile, CurrentCall now, List<UUID> hands, Place place, boolean calmly) {
        Shown each = shown.computeIfAbsent(tile.id(), id -> add());
        each.view.show(tile, now, hands, place);
        boolean self = place.role() == Place.Role.SELF;
        each.drag.enable(self);
        boolean choosable = now.tiles().size() > 2 && !self;
        each.view.offerPin(model.isPinned(tile.id()), choosable ? () -> pin(tile.id()) : null);
        each.view.moveTo(place, calmly);
    }

    private Shown add() {
        TileView view = new TileView(screens, counts);
        area.getChildren().add(view);
        return new Shown(view, new SelfDrag(view, area, corner -> {
            model.moveSelf(corner);
            update();
        }));
    }

    private void forget(TileLayout layout) {
        shown.entrySet().removeIf(entry -> {
            boolean gone = !layout.places().containsKey(entry.getKey());
            if (gone) {
                area.getChildren().remove(entry.getValue().view);
                tell(entry.getKey(), 0);
            }
            return gone;
        });
    }

    private void showRest(TileLayout.@Nullable Rest rest) {
        Styles.show(more, rest != null);
        if (rest != null) {
            Place place = rest.place();
            more.setText(screens.texts().t("call.moreHidden", Map.of("count", rest.count())));
            more.resizeRelocate(place.x(), place.y(), place.width(), place.height());
        }
    }

    private void pin(String tileId) {
        model.pin(tileId);
        update();
    }

    /** The arrow keys move one's own picture, where it has the focus. */
    private void key(KeyEvent event) {
        for (Shown each : shown.values()) {
            if (each.view.isFocused() && each.drag.key(event, model.corner())) {
                event.consume();
                return;
            }
        }
    }

    private void tellSizes() {
        double seenHeight = getViewportBounds().getHeight();
        double top = (height - seenHeight) * getVvalue();
        for (Map.Entry<String, Shown> entry : shown.entrySet()) {
            TileView view = entry.getValue().view;
            Place place = view.place();
            if (place != null) {
                boolean seen = place.y() < top + seenHeight && place.y() + place.height() > top;
                view.setSeen(seen);
                tell(entry.getKey(), seen ? pixels(place.width()) : 0);
            }
        }
    }

    /** Real pixels: a screen may have more of them than the layout counts. */
    private int pixels(double width) {
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX();
        return (int) Math.round(width * scale);
    }

    private void tell(String tileId, int width) {
        Integer before = widths.put(tileId, width);
        if (before == null || before != width) {
            calls.setTileSize(tileId, width);
        }
    }

    private void tellGone() {
        widths.keySet().forEach(id -> calls.setTileSize(id, 0));
        widths.clear();
    }

    private final class Area extends Region {
        private Area() {
            getStyleClass().add("call-area");
        }

        @Override
        public ObservableList<Node> getChildren() {
            return super.getChildren();
        }

        @Override
        protected double computePrefHeight(double width) {
            return height;
        }

        @Override
        protected void layoutChildren() {
            // Places are given when they change; nothing stands here because of its size.
        }
    }
}
