import { useEffect, useState } from "react";
import { watchTime } from "../durations.ts";

/** How long it has been, each second anew. */
export function RunningTime({ since }: { readonly since: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return <time role="timer">{watchTime(now - since)}</time>;
}
