import { type RefObject, useEffect, useState } from "react";
import { useCalls } from "../useCalls.ts";

/** Tells the core how large a tile is drawn, and that it is not while it is scrolled away. */
export function useTileSize(ref: RefObject<HTMLElement | null>, tileId: string, width: number) {
  const calls = useCalls();
  const [seen, setSeen] = useState(true);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new IntersectionObserver((entries) => setSeen(entries.at(-1)?.isIntersecting ?? true));
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  useEffect(() => calls.setTileSize(tileId, seen ? Math.round(width) : 0), [calls, tileId, seen, width]);
  useEffect(() => () => calls.setTileSize(tileId, 0), [calls, tileId]);
}
