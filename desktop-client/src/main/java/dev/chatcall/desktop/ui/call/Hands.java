package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who has a hand up, who raised it first first. Hands that were up before one came stand in the order of the tiles. */
final class Hands {
    private List<UUID> up = List.of();

    List<UUID> update(List<Tile> tiles) {
        List<UUID> now = tiles.stream()
                .filter(tile -> tile.hand() && !tile.screen())
                .map(Tile::accountId)
                .toList();
        List<UUID> next = new ArrayList<>(up);
        next.retainAll(now);
        now.stream().filter(id -> !next.contains(id)).forEach(next::add);
        up = List.copyOf(next);
        return up;
    }
}
