import { useEffect } from "react";
import type { SelfState } from "../../../core/calls/types.ts";
import { useCalls } from "../useCalls.ts";

/** Of the Media Session API, newer than the types that come with TypeScript. */
interface CallSession {
  setActionHandler(action: string, handler: (() => void) | null): void;
  setMicrophoneActive?(active: boolean): void;
  setCameraActive?(active: boolean): void;
}

interface Input {
  readonly self: SelfState;
  readonly run: (action: () => Promise<unknown>) => void;
}

/** Keys of headsets and keyboards, and the buttons of the system's own call window, where the browser has them. */
export function useHardwareKeys({ self, run }: Input) {
  const calls = useCalls();
  const { microphone, camera } = self;
  useEffect(() => {
    const session = navigator.mediaSession as CallSession | undefined;
    if (!session) return;
    const actions: Record<string, () => Promise<unknown>> = {
      togglemicrophone: () => calls.setMicrophone(!microphone),
      togglecamera: () => calls.setCamera(!camera),
      hangup: () => calls.leave(),
    };
    const handle = (action: string, handler: (() => void) | null) => {
      try {
        session.setActionHandler(action, handler);
      } catch {
        // A browser that does not know this action refuses it.
      }
    };
    for (const [action, does] of Object.entries(actions)) handle(action, () => run(does));
    session.setMicrophoneActive?.(microphone);
    session.setCameraActive?.(camera);
    return () => {
      for (const action of Object.keys(actions)) handle(action, null);
    };
  }, [calls, microphone, camera, run]);
}
