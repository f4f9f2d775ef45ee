package dev.chatcall.desktop.ui.call.layout;

import static dev.chatcall.desktop.ui.call.layout.TileLayout.BOTTOM;
import static dev.chatcall.desktop.ui.call.layout.TileLayout.GAP;
import static dev.chatcall.desktop.ui.call.layout.TileLayout.TOP;
import static dev.chatcall.desktop.ui.call.layout.TileLayout.WIDE;

import dev.chatcall.desktop.call.Tile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All of one size, as large as fits, each in its order; one more person never changes the order. */
public final class GridLayout {
    /** A tile narrower than this shows nobody: rather scroll. */
    static final double MIN_WIDTH = 168;

    private GridLayout() {}

    public static TileLayout of(List<Tile> tiles, StageSize stage) {
        double roomX = Math.max(0, stage.width() - 2 * GAP);
        double roomY = Math.max(0, stage.height() - TOP - BOTTOM);
        Cell cell = cellOf(tiles.size(), roomX, roomY);
        int rows = (tiles.size() + cell.columns - 1) / cell.columns;
        double tall = rows * (cell.height + GAP) - GAP;
        double top = TOP + Math.max(0, (roomY - tall) / 2);
        Map<String, Place> places = new HashMap<>();
        for (int at = 0; at < tiles.size(); at++) {
            places.put(tiles.get(at).id(), placeOf(at, tiles.size(), cell, stage.width(), top));
        }
        return new TileLayout(Map.copyOf(places), Math.max(stage.height(), TOP + tall + BOTTOM), null);
    }

    private static Place placeOf(int at, int count, Cell cell, double width, double top) {
        int row = at / cell.columns;
        int inRow = Math.min(cell.columns, count - row * cell.columns);
        double start = (width - inRow * (cell.width + GAP) + GAP) / 2;
        double x = start + (at % cell.columns) * (cell.width + GAP);
        return new Place(x, top + row * (cell.height + GAP), cell.width, cell.height, Place.Role.GRID);
    }

    /** The number of columns that makes the tiles largest. */
    private static Cell cellOf(int count, double roomX, double roomY) {
        double ratio = roomX >= roomY ? WIDE : 1;
        Cell best = new Cell(1, 0, 0);
        for (int columns = 1; columns <= count; columns++) {
            int rows = (count + columns - 1) / columns;
            double across = (roomX - GAP * (columns - 1)) / columns;
            double down = (roomY - GAP * (rows - 1)) / rows * ratio;
            double width = Math.max(0, Math.min(across, down));
            if (width > best.width) {
                best = new Cell(columns, width, width / ratio);
            }
        }
        return best.width >= MIN_WIDTH || count <= 2 ? best : smallest(roomX);
    }

    private static Cell smallest(double roomX) {
        int columns = Math.max(2, (int) ((roomX + GAP) / (MIN_WIDTH + GAP)));
        double width = Math.max(0, (roomX - GAP * (columns - 1)) / columns);
        return new Cell(columns, width, width / WIDE);
    }

    private record Cell(int columns, double width, double height) {}
}
