import { useCallback, useEffect, useRef, useState } from "react";
import { useObservable } from "../../app/useObservable.ts";
import type { CallSummary } from "../../core/protocol.ts";
import { useCalls } from "./useCalls.ts";

interface PastCalls {
  /** Null until the first page is there. */
  readonly calls: readonly CallSummary[] | null;
  readonly more: boolean;
  readonly loading: boolean;
  /** What the last ask failed with, or null. */
  readonly failure: unknown;
}

/** One's past calls, page by page; begun afresh when a call that ran is over. */
export function useHistory() {
  const calls = useCalls();
  const running = useObservable(calls.running)
    .map(({ id }) => id)
    .join();
  const [past, setPast] = useState<PastCalls>({ calls: null, more: false, loading: false, failure: null });
  const asked = useRef(0);

  const load = useCallback(
    async (before: string | null) => {
      const ask = ++asked.current;
      setPast((now) => ({ ...now, loading: true, failure: null }));
      try {
        const page = await calls.history(before);
        if (ask !== asked.current) return;
        setPast((now) => ({
          calls: before === null ? page.calls : [...(now.calls ?? []), ...page.calls],
          more: page.more,
          loading: false,
          failure: null,
        }));
      } catch (failure) {
        if (ask === asked.current) setPast((now) => ({ ...now, loading: false, failure }));
      }
    },
    [calls],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: each end of a call makes a new line
  useEffect(() => {
    void load(null);
  }, [load, running]);

  return {
    ...past,
    loadMore: () => void load(past.calls?.at(-1)?.id ?? null),
    retry: () => void load(past.calls?.length ? (past.calls.at(-1)?.id ?? null) : null),
  };
}
