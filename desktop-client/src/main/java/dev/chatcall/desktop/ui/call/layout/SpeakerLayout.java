package dev.chatcall.desktop.ui.call.layout;

import static dev.chatcall.desktop.ui.call.layout.TileLayout.BOTTOM;
import static dev.chatcall.desktop.ui.call.layout.TileLayout.GAP;
import static dev.chatcall.desktop.ui.call.layout.TileLayout.TOP;
import static dev.chatcall.desktop.ui.call.layout.TileLayout.WIDE;

import dev.chatcall.desktop.call.Tile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One large, oneself in a corner, the others in a strip beside or below. */
public final class SpeakerLayout {
    private static final double SELF_SHARE = 0.22;

    private SpeakerLayout() {}

    public static TileLayout of(List<Tile> tiles, String mainId, Corner corner, StageSize stage) {
        List<Tile> others = new ArrayList<>();
        Tile main = null;
        Tile self = null;
        for (Tile tile : tiles) {
            if (tile.id().equals(mainId)) {
                main = tile;
            } else if (tile.mine() && !tile.screen()) {
                self = tile;
            } else {
                others.add(tile);
            }
        }
        Strip strip = stripOf(others, stage);
        Map<String, Place> places = new HashMap<>(strip.places);
        StageSize room = new StageSize(stage.width() - strip.takesX, stage.height() - strip.takesY);
        if (main != null) {
            places.put(main.id(), mainPlace(main, !others.isEmpty(), room));
        }
        if (self != null) {
            places.put(self.id(), selfPlace(corner, room, stage.height() > stage.width()));
        }
        return new TileLayout(Map.copyOf(places), stage.height(), strip.rest);
    }

    /**
     * Whose tile is large.
     *
     * @param speaking the loudest first
     * @param before who was large before: stays while nobody else speaks
     */
    public static String mainOf(
            List<Tile> tiles, List<UUID> speaking, @Nullable String pinned, @Nullable String before) {
        if (has(tiles, pinned)) {
            return String.valueOf(pinned);
        }
        Optional<Tile> screen = tiles.stream()
                .filter(tile -> tile.screen() && !tile.mine())
                .findFirst()
                .or(() -> tiles.stream().filter(Tile::screen).findFirst());
        if (screen.isPresent()) {
            return screen.get().id();
        }
        List<Tile> others = tiles.stream().filter(tile -> !tile.mine()).toList();
        for (UUID id : speaking) {
            if (has(others, id.toString())) {
                return id.toString();
            }
        }
        if (has(others, before)) {
            return String.valueOf(before);
        }
        return (others.isEmpty() ? tiles : others)
                .stream().findFirst().map(Tile::id).orElse("");
    }

    private static boolean has(List<Tile> tiles, @Nullable String id) {
        return tiles.stream().anyMatch(tile -> tile.id().equals(id));
    }

    /** Between two, the other one fills everything, behind the controls; a screen is never covered. */
    private static Place mainPlace(Tile main, boolean beside, StageSize room) {
        if (!beside && !main.screen()) {
            return new Place(0, 0, room.width(), room.height(), Place.Role.MAIN);
        }
        double width = Math.max(0, room.width() - 2 * GAP);
        return new Place(GAP, TOP, width, Math.max(0, room.height() - TOP - BOTTOM), Place.Role.MAIN);
    }

    /** The small picture of oneself, in the corner where one put it. */
    private static Place selfPlace(Corner corner, StageSize room, boolean portrait) {
        double wide = Math.min(Math.max(104, room.width() * SELF_SHARE), portrait ? 128 : 240);
        double tall = portrait ? wide * 4 / 3 : wide / WIDE;
        double x = corner.start() ? 2 * GAP : room.width() - wide - 2 * GAP;
        double y = corner.top() ? TOP + GAP : room.height() - BOTTOM - tall - GAP;
        return new Place(x, y, wide, tall, Place.Role.SELF);
    }

    private record Strip(Map<String, Place> places, double takesX, double takesY, TileLayout.@Nullable Rest rest) {}

    /** At the end of a wide stage, at the bottom of a tall one; as many as fit, and a last place that counts the others. */
    private static Strip stripOf(List<Tile> others, StageSize stage) {
        if (others.isEmpty()) {
            return new Strip(Map.of(), 0, 0, null);
        }
        boolean beside = stage.width() >= stage.height();
        double wide = beside ? Math.min(Math.max(140, stage.width() * 0.18), 220) : 112;
        double tall = beside ? wide / WIDE : wide;
        double room = beside ? stage.height() - TOP - BOTTOM : stage.width() - 2 * GAP;
        int fits = Math.max(1, (int) Math.floor((room + GAP) / ((beside ? tall : wide) + GAP)));
        int shown = others.size() <= fits ? others.size() : fits - 1;
        Map<String, Place> places = new HashMap<>();
        for (int at = 0; at < shown; at++) {
            places.put(others.get(at).id(), stripPlace(at, wide, tall, stage));
        }
        TileLayout.Rest rest = shown == others.size()
                ? null
                : new TileLayout.Rest(others.size() - shown, stripPlace(shown, wide, tall, stage));
        return new Strip(places, beside ? wide + GAP : 0, beside ? 0 : tall + GAP, rest);
    }

    private static Place stripPlace(int at, double wide, double tall, StageSize stage) {
        boolean beside = stage.width() >= stage.height();
        double x = beside ? stage.width() - wide - GAP : GAP + at * (wide + GAP);
        double y = beside ? TOP + at * (tall + GAP) : stage.height() - BOTTOM - tall;
        return new Place(x, y, wide, tall, Place.Role.STRIP);
    }
}
