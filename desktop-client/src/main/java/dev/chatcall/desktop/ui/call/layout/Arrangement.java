package dev.chatcall.desktop.ui.call.layout;

import dev.chatcall.desktop.call.Tile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All tiles alike, or one of them large. */
public enum Arrangement {
    GRID,
    SPEAKER;

    /** What fits the call when nobody chose: between two and with a screen one large, otherwise all alike. */
    public static Arrangement of(List<Tile> tiles, @Nullable Arrangement chosen) {
        if (tiles.size() <= 1) {
            return SPEAKER;
        }
        if (chosen != null) {
            return chosen;
        }
        return tiles.size() == 2 || tiles.stream().anyMatch(Tile::screen) ? SPEAKER : GRID;
    }
}
