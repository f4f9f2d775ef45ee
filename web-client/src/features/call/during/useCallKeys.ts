import { useEffect, useRef } from "react";
import type { SelfState } from "../../../core/calls/types.ts";
import { useCalls } from "../useCalls.ts";

interface Input {
  readonly self: SelfState;
  readonly run: (action: () => Promise<unknown>) => void;
}

/** `m`, `v`, and the space bar held to talk while muted; wherever one is on the page, but not while one writes. */
export function useCallKeys({ self, run }: Input) {
  const calls = useCalls();
  const latest = useRef({ self, run });
  latest.current = { self, run };
  useEffect(() => {
    const actionFor = (code: string, { microphone, camera }: SelfState) => {
      if (code === "KeyM") return () => calls.setMicrophone(!microphone);
      if (code === "KeyV") return () => calls.setCamera(!camera);
      return code === "Space" ? () => calls.setMicrophone(true) : null;
    };
    let talking = false;
    const onDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || busyWithKeys(event)) return;
      const now = latest.current;
      if (event.code === "Space" && pressable(event)) return;
      const action = actionFor(event.code, now.self);
      if (!action) return;
      event.preventDefault();
      if (event.repeat || (event.code === "Space" && now.self.microphone)) return;
      if (event.code === "Space") talking = true;
      now.run(action);
    };
    const silence = () => {
      if (!talking) return;
      talking = false;
      latest.current.run(() => calls.setMicrophone(false));
    };
    const onUp = (event: KeyboardEvent) => {
      if (event.code === "Space") silence();
    };
    window.addEventListener("keydown", onDown);
    window.addEventListener("keyup", onUp);
    // The key that is let go elsewhere is not heard of.
    window.addEventListener("blur", silence);
    return () => {
      silence();
      window.removeEventListener("keydown", onDown);
      window.removeEventListener("keyup", onUp);
      window.removeEventListener("blur", silence);
    };
  }, [calls]);
}

const FIELDS = "input, textarea, select, [contenteditable], [role='menu'] *, [role='menu']";
const PRESSABLE = "button, a, summary, [role='button'], [role='switch'], audio, video";

function busyWithKeys({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.matches(FIELDS);
}

/** The space bar presses what has the focus. */
function pressable({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.matches(PRESSABLE);
}
