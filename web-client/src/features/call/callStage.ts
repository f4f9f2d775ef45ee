import { createStore, type Observable } from "../../core/observable.ts";

/** A call that somebody is about to make: the preview is open for it. */
export interface Preparation {
  readonly conversationId: string;
  readonly camera: boolean;
  /** The call to join; null to ring the others. */
  readonly callId: string | null;
}

export interface StageState {
  readonly preparing: Preparation | null;
  /** The call is a small tile in the corner, so that one can read. */
  readonly minimised: boolean;
}

/** How this tab shows its call. The call itself is the core's. */
export interface CallStage {
  readonly state: Observable<StageState>;
  prepare(preparation: Preparation): void;
  /** The preview is done with, whichever way. */
  prepared(): void;
  minimise(): void;
  /** Shows the call in full. */
  show(): void;
}

export function createCallStage(): CallStage {
  const state = createStore<StageState>({ preparing: null, minimised: false });
  const change = (part: Partial<StageState>) => state.update((now) => ({ ...now, ...part }));
  return {
    state,
    prepare: (preparing) => change({ preparing }),
    prepared: () => change({ preparing: null }),
    minimise: () => change({ minimised: true }),
    show: () => change({ minimised: false }),
  };
}
