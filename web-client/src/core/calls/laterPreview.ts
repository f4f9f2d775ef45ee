import { createStore } from "../observable.ts";
import type { MediaChoice, Preview, PreviewState } from "./types.ts";

interface PreviewMaker {
  preview(choice: MediaChoice): Preview;
}

/** A preview that is there at once and shows something when what makes it has been fetched. */
export function laterPreview(choice: MediaChoice, load: () => Promise<PreviewMaker>): Preview {
  const state = createStore<PreviewState>({
    choice,
    video: null,
    level: 0,
    microphoneProblem: null,
    cameraProblem: null,
  });
  let made: Preview | null = null;
  let closed = false;
  let stop = () => {};
  const ready = load().then((maker) => {
    if (closed) return;
    made = maker.preview(state.get().choice);
    const show = made.state;
    state.set(show.get());
    stop = show.subscribe(() => state.set(show.get()));
  });
  ready.catch(() => {});
  return {
    state,
    set: (next) => {
      if (made) made.set(next);
      else state.update((held) => ({ ...held, choice: next }));
    },
    testSpeaker: async () => {
      await ready;
      await made?.testSpeaker();
    },
    close: () => {
      closed = true;
      stop();
      made?.close();
    },
  };
}
