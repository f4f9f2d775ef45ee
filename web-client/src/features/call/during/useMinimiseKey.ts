import { useEffect, useRef } from "react";

/** Escape makes the call small, instead of leaving the conversation below it, while nothing else takes the key. */
export function useMinimiseKey(minimise: () => void) {
  const latest = useRef(minimise);
  latest.current = minimise;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || document.fullscreenElement) return;
      const target = event.target as Element;
      if (
        target.matches("input, textarea, select") ||
        document.querySelector("[role=menu], [role=dialog], [role=alertdialog]")
      )
        return;
      if (target.closest("[role=toolbar] fieldset")) return;
      event.preventDefault();
      latest.current();
    };
    // Before the keys of the page hear of it.
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, []);
}
