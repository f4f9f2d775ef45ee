import { useMemo } from "react";
import type { Observable } from "../core/index.ts";
import { derive } from "../core/observable.ts";
import { useClient } from "./ClientContext.ts";
import { useObservable } from "./useObservable.ts";

const MINUTE_MS = 60_000;

/** This device's clock in whole minutes; draws again when the minute changes. */
const minutes: Observable<number> = {
  get: () => Math.floor(Date.now() / MINUTE_MS),
  subscribe: (listener) => {
    const timer = setInterval(listener, MINUTE_MS / 6);
    return () => clearInterval(timer);
  },
};

/** The server's time, exact to the minute, for saying "today" and "5 minutes ago". */
export function useNow(): Date {
  const { state } = useClient();
  const now = useMemo(
    () => derive([minutes, state.clockOffset], (minute, offset) => minute * MINUTE_MS + offset),
    [state],
  );
  const value = useObservable(now);
  return useMemo(() => new Date(value), [value]);
}
