import { type RefObject, useEffect, useState } from "react";

/** Whether an element fills the screen, and how to change that; `toggle` is null where the browser cannot. */
export function useFullScreen(ref: RefObject<HTMLElement | null>) {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const look = () => setFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", look);
    return () => document.removeEventListener("fullscreenchange", look);
  }, []);
  const toggle = () => {
    const done = full ? document.exitFullscreen() : ref.current?.requestFullscreen();
    done?.catch(() => console.warn("The browser refused to fill the screen"));
  };
  return { full, toggle: document.fullscreenEnabled ? toggle : null };
}
