import { useSyncExternalStore } from "react";
import type { Observable } from "../core/index.ts";

/** The one bridge from the world outside React: draws again whenever the observable has another value. */
export function useObservable<T>(observable: Observable<T>): T {
  return useSyncExternalStore(observable.subscribe, observable.get);
}
