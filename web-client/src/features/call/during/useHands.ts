import { useMemo, useRef } from "react";
import type { Tile } from "../../../core/calls/types.ts";

/** Who has a hand up, who raised it first first. Hands that were up before one came stand in the order of the tiles. */
export function useHands(tiles: readonly Tile[]): readonly string[] {
  const before = useRef<readonly string[]>([]);
  return useMemo(() => {
    before.current = handsOf(before.current, tiles);
    return before.current;
  }, [tiles]);
}

export function handsOf(before: readonly string[], tiles: readonly Tile[]): readonly string[] {
  const up = tiles.filter(({ hand, screen }) => hand && !screen).map(({ accountId }) => accountId);
  const still = before.filter((id) => up.includes(id));
  return [...still, ...up.filter((id) => !still.includes(id))];
}
