import { useEffect, useLayoutEffect, useRef, useState } from "react";
import styles from "./TooltipLayer.module.css";

const DELAY_MS = 500;
const GAP_PX = 6;
const EDGE_PX = 8;

interface Shown {
  readonly target: HTMLElement;
  readonly text: string;
  readonly keys: string | undefined;
}

/**
 * The one tooltip of the page. Whatever carries `data-tooltip` is explained when the pointer rests on it or the
 * keyboard reaches it. It repeats the accessible name, so it is hidden from screen readers.
 */
export function TooltipLayer() {
  const [shown, setShown] = useState<Shown | null>(null);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => follow(setShown), []);
  useLayoutEffect(() => {
    if (shown && box.current) place(box.current, shown.target.getBoundingClientRect());
  }, [shown]);

  if (!shown) return null;
  return (
    <div ref={box} className={styles.tooltip} aria-hidden="true">
      {shown.text}
      {shown.keys === undefined ? null : <span className={styles.keys}>{shown.keys}</span>}
    </div>
  );
}

function follow(show: (shown: Shown | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hide = () => {
    clearTimeout(timer);
    show(null);
  };
  const showLater = (event: Event, delay: number) => {
    hide();
    const target = (event.target as Element).closest<HTMLElement>("[data-tooltip]");
    const text = target?.dataset.tooltip;
    if (!target || !text) return;
    timer = setTimeout(() => {
      if (target.isConnected) show({ target, text, keys: target.dataset.keys });
    }, delay);
  };
  const onPointer = (event: PointerEvent) => {
    if (event.pointerType === "mouse") showLater(event, DELAY_MS);
  };
  const onFocus = (event: FocusEvent) => {
    if ((event.target as Element).matches(":focus-visible")) showLater(event, 0);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") hide();
  };
  document.addEventListener("pointerover", onPointer);
  document.addEventListener("focusin", onFocus);
  document.addEventListener("focusout", hide);
  document.addEventListener("pointerdown", hide);
  document.addEventListener("scroll", hide, true);
  document.addEventListener("keydown", onKey);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("pointerover", onPointer);
    document.removeEventListener("focusin", onFocus);
    document.removeEventListener("focusout", hide);
    document.removeEventListener("pointerdown", hide);
    document.removeEventListener("scroll", hide, true);
    document.removeEventListener("keydown", onKey);
  };
}

/** Above the target, or below it where there is no room, and never past an edge. */
function place(box: HTMLElement, target: DOMRect) {
  const { width, height } = box.getBoundingClientRect();
  const above = target.top - height - GAP_PX;
  const top = above < EDGE_PX ? target.bottom + GAP_PX : above;
  const middle = target.left + target.width / 2 - width / 2;
  const left = Math.min(Math.max(EDGE_PX, middle), window.innerWidth - width - EDGE_PX);
  box.style.top = `${top}px`;
  box.style.left = `${left}px`;
}
