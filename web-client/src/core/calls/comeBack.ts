import type { Ports } from "../ports.ts";
import { holdEndpoint, type KeptCall, keptCall } from "./keptCall.ts";

/** A reloaded page gets its endpoint at once; later it would be a duplicated tab whose first one was closed. */
const ENDPOINT_WITHIN_MS = 3_000;

/** Finds the call that the page was in before it was loaded again. @param found called at most once */
export function lookForKeptCall(
  { tabSettings, locks, timers }: Pick<Ports, "tabSettings" | "locks" | "timers">,
  accountId: string,
  found: (kept: KeptCall) => void,
): void {
  const kept = keptCall(tabSettings, accountId);
  if (!kept) return;
  const release = holdEndpoint(locks, kept.endpointId, () => {
    stopTimer();
    release();
    found(kept);
  });
  const stopTimer = timers.after(ENDPOINT_WITHIN_MS, release);
}
