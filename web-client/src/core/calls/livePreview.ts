import { createStore, type Observable } from "../observable.ts";
import type { Timers } from "../ports.ts";
import type { DeviceBook } from "./deviceBook.ts";
import type { LocalMedia } from "./localMedia.ts";
import type { MediaPlatform } from "./platform.ts";
import type { MediaChoice, Preview, PreviewState } from "./types.ts";

/** How often the level is looked at, in milliseconds. */
const LEVEL_EVERY_MS = 100;

/** Microphone and camera before a call; the call takes `local` over, so that nothing is opened twice. */
export class LivePreview implements Preview {
  readonly local: LocalMedia;
  readonly #platform: MediaPlatform;
  readonly #book: DeviceBook;
  readonly #timers: Timers;
  readonly #state;
  readonly #stop: () => void;
  #stopTimer: () => void = () => {};
  #taken = false;

  constructor(
    platform: MediaPlatform,
    book: DeviceBook,
    timers: Timers,
    local: LocalMedia,
    choice: MediaChoice,
  ) {
    this.#platform = platform;
    this.#book = book;
    this.#timers = timers;
    this.local = local;
    this.#state = createStore<PreviewState>({
      choice,
      video: null,
      level: 0,
      microphoneProblem: null,
      cameraProblem: null,
    });
    this.#stop = local.state.subscribe(() => this.#show());
    void local.set(choice);
    this.#measure();
  }

  get state(): Observable<PreviewState> {
    return this.#state;
  }

  set(choice: MediaChoice): void {
    this.#state.update((state) => ({ ...state, choice }));
    void this.local.set(choice);
  }

  testSpeaker(): Promise<void> {
    return this.#platform.testSound(this.#book.choice.speakerId);
  }

  close(): void {
    this.#end();
    if (!this.#taken) this.local.close();
  }

  /** A call goes on with what is open here. */
  take(): LocalMedia {
    this.#taken = true;
    this.#end();
    return this.local;
  }

  #end(): void {
    this.#stop();
    this.#stopTimer();
  }

  #show(): void {
    const { tracks, microphoneProblem, cameraProblem } = this.local.state.get();
    this.#state.update((state) => {
      const shown = state.video?.getVideoTracks()[0] ?? null;
      const video =
        tracks.camera === shown ? state.video : tracks.camera && this.#platform.stream([tracks.camera]);
      return { ...state, video, microphoneProblem, cameraProblem };
    });
  }

  #measure(): void {
    this.#stopTimer = this.#timers.after(LEVEL_EVERY_MS, () => {
      const level = this.local.level();
      this.#state.update((state) => (state.level === level ? state : { ...state, level }));
      this.#measure();
    });
  }
}
