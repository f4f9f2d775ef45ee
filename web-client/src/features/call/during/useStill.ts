import { type RefObject, useEffect, useState } from "react";

const STILL_MS = 3_000;
const REDUCED = "(prefers-reduced-motion: reduce)";

/**
 * Whether nothing has moved over an element for three seconds, so that the controls may go. They stay while the keyboard
 * is used or has its focus in them, while `held` (something of theirs is open) and for who wants little motion.
 */
export function useStill(
  pane: RefObject<HTMLElement | null>,
  controls: RefObject<HTMLElement | null>,
  held: boolean,
) {
  const [still, setStill] = useState(false);
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const rest = () => {
      const focused = controls.current?.querySelector(":focus-visible") !== null;
      setStill(!held && !focused && !window.matchMedia(REDUCED).matches);
    };
    const stir = () => {
      clearTimeout(timer);
      setStill(false);
      timer = setTimeout(rest, STILL_MS);
    };
    /** Who uses the keyboard finds the controls where they are, until the pointer moves again. */
    const stay = () => {
      clearTimeout(timer);
      setStill(false);
    };
    stir();
    element.addEventListener("pointermove", stir);
    element.addEventListener("pointerdown", stir);
    window.addEventListener("keydown", stay);
    return () => {
      clearTimeout(timer);
      element.removeEventListener("pointermove", stir);
      element.removeEventListener("pointerdown", stir);
      window.removeEventListener("keydown", stay);
    };
  }, [pane, controls, held]);
  return still;
}
