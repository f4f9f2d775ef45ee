import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { type Corner, cornerAt, type Stage } from "./layout.ts";

interface Input {
  readonly stage: Stage;
  readonly corner: Corner;
  readonly rtl: boolean;
  readonly onCorner: (corner: Corner) => void;
}

interface Drag {
  readonly startX: number;
  readonly startY: number;
  readonly x: number;
  readonly y: number;
}

/** Lets a tile be dragged with the pointer, or moved with the arrow keys, to one of the four corners. */
export function useDrag({ stage, corner, rtl, onCorner }: Input) {
  const [drag, setDrag] = useState<Drag | null>(null);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ startX: event.clientX, startY: event.clientY, x: 0, y: 0 });
  };
  const onPointerMove = (event: PointerEvent) => {
    setDrag((now) => now && { ...now, x: event.clientX - now.startX, y: event.clientY - now.startY });
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const frame = event.currentTarget.parentElement?.getBoundingClientRect();
    const own = event.currentTarget.getBoundingClientRect();
    setDrag(null);
    if (!drag || !frame || Math.hypot(drag.x, drag.y) < 4) return;
    const x = own.left + own.width / 2 - frame.left;
    onCorner(cornerAt(rtl ? frame.width - x : x, own.top + own.height / 2 - frame.top, stage));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(corner, event.key, rtl);
    if (next === corner) return;
    event.preventDefault();
    onCorner(next);
  };
  return {
    offset: drag,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: () => setDrag(null), onKeyDown },
  };
}

/** The corner that an arrow key leads to. */
export function moved(corner: Corner, key: string, rtl: boolean): Corner {
  const atTop = key === "ArrowUp" || (key !== "ArrowDown" && corner.startsWith("top"));
  const toStart = key === (rtl ? "ArrowRight" : "ArrowLeft");
  const toEnd = key === (rtl ? "ArrowLeft" : "ArrowRight");
  const atStart = toStart || (!toEnd && corner.endsWith("Start"));
  return `${atTop ? "top" : "bottom"}${atStart ? "Start" : "End"}`;
}
