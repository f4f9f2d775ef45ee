import { useMemo } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useObservable } from "../../app/useObservable.ts";
import { derive } from "../../core/observable.ts";
import type { CallStage } from "./callStage.ts";

/** Whether the call lies over the conversation, so that nothing below it may take the keyboard. */
export function useCallCovers(stage: CallStage): boolean {
  const { calls } = useClient();
  return useObservable(
    useMemo(
      () => derive([calls.current, stage.state], (current, { minimised }) => current !== null && !minimised),
      [calls, stage],
    ),
  );
}
