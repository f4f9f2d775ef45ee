package dev.chatcall.desktop.ui.call.layout;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where everything stands.
 *
 * @param places those of the tiles that are shown, by their ids
 * @param height of everything, in pixels; more than the stage has when it scrolls
 * @param rest those who found no room in the strip
 */
public record TileLayout(
        Map<String, Place> places, double height, @Nullable Rest rest) {

    /** How many found no room, and where that can be said. */
    public record Rest(int count, Place place) {}

    /** Between two tiles, in pixels. */
    static final double GAP = 8;

    static final double WIDE = 16.0 / 9;

    /** Kept free for the name of the call above and the controls below. */
    static final double TOP = 60;

    static final double BOTTOM = 96;
}
