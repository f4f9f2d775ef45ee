import { useCallback, useEffect, useMemo, useRef } from "react";
import { useObservable } from "../../../app/useObservable.ts";
import type { MediaChoice, Preview } from "../../../core/calls/types.ts";
import { createStore } from "../../../core/observable.ts";
import { useCalls } from "../useCalls.ts";

/** The devices before a call, open as long as what shows them is on screen. Null until they are asked for. */
export function usePreview(first: MediaChoice) {
  const calls = useCalls();
  const opened = useMemo(() => createStore<Preview | null>(null), []);
  const choice = useRef(first);
  useEffect(() => {
    const preview = calls.preview(choice.current);
    opened.set(preview);
    return () => {
      opened.set(null);
      preview.close();
    };
  }, [calls, opened]);
  const preview = useObservable(opened);
  const set = useCallback(
    (next: MediaChoice) => {
      choice.current = next;
      opened.get()?.set(next);
    },
    [opened],
  );
  return { preview, set };
}
