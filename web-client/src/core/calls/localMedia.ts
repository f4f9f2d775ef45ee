import { createStore, type Observable } from "../observable.ts";
import type { DeviceBook } from "./deviceBook.ts";
import { anyOf, audioConstraints, problemOf, videoConstraints } from "./deviceChoice.ts";
import { NO_TRACKS, type SentTracks } from "./leg.ts";
import type { Loudness, MediaPlatform } from "./platform.ts";
import type { CallNotice, DeviceChoice, DeviceProblem, MediaChoice } from "./types.ts";

export interface LocalState {
  readonly tracks: SentTracks;
  /** Heard, seen, shared: a muted microphone keeps its track. */
  readonly on: { readonly microphone: boolean; readonly camera: boolean; readonly screen: boolean };
  readonly microphoneProblem: DeviceProblem | null;
  readonly cameraProblem: DeviceProblem | null;
}

type Kind = "microphone" | "camera";

const MICROPHONE_CHOICES: readonly (keyof DeviceChoice)[] = [
  "microphoneId",
  "noiseSuppression",
  "echoCancellation",
  "gainControl",
];

/** One's own microphone, camera and screen. Nothing here rejects: what cannot be had is off, with its problem. */
export class LocalMedia {
  readonly #platform: MediaPlatform;
  readonly #book: DeviceBook;
  readonly #notify: (notice: CallNotice) => void;
  readonly #state = createStore<LocalState>({
    tracks: NO_TRACKS,
    on: { microphone: false, camera: false, screen: false },
    microphoneProblem: null,
    cameraProblem: null,
  });
  #loudness: { readonly track: MediaStreamTrack; readonly meter: Loudness } | null = null;
  #turn: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(platform: MediaPlatform, book: DeviceBook, notify: (notice: CallNotice) => void) {
    this.#platform = platform;
    this.#book = book;
    this.#notify = notify;
  }

  get state(): Observable<LocalState> {
    return this.#state;
  }

  /** Switches both; one question of the browser where both are needed. */
  set(choice: MediaChoice): Promise<void> {
    return this.#inTurn(async () => {
      const { tracks } = this.#state.get();
      const wanted = (["microphone", "camera"] as const).filter((kind) => choice[kind] && !tracks[kind]);
      if (wanted.length > 0) await this.#acquire(wanted);
      this.#turnMicrophone(choice.microphone);
      if (!choice.camera) this.#drop("camera");
    });
  }

  setMicrophone(on: boolean): Promise<void> {
    return this.#inTurn(async () => {
      if (on && !this.#state.get().tracks.microphone) await this.#acquire(["microphone"]);
      this.#turnMicrophone(on);
    });
  }

  setCamera(on: boolean): Promise<void> {
    return this.#inTurn(async () => {
      if (!on) this.#drop("camera");
      else if (!this.#state.get().tracks.camera) await this.#acquire(["camera"]);
    });
  }

  /** Without effect when the person picks none. */
  setScreen(on: boolean): Promise<void> {
    if (!on) {
      this.#endScreen();
      return Promise.resolve();
    }
    // Not in turn: the browser's question stays open for as long as the person likes.
    return this.#shareScreen();
  }

  /** Takes what was just chosen into use, where that device is on. */
  async chosen(change: Partial<DeviceChoice>): Promise<void> {
    const keys = Object.keys(change) as (keyof DeviceChoice)[];
    await this.#inTurn(async () => {
      const { tracks } = this.#state.get();
      if (tracks.microphone && keys.some((key) => MICROPHONE_CHOICES.includes(key))) {
        await this.#acquire(["microphone"]);
      }
      if (tracks.camera && keys.includes("cameraId")) await this.#acquire(["camera"]);
      else if (tracks.camera && keys.includes("backgroundBlur")) await this.#blur(tracks.camera);
    });
  }

  /** Loudness of one's own microphone, 0 to 1; 0 while it is muted. */
  level(): number {
    const { tracks, on } = this.#state.get();
    const track = tracks.microphone;
    if (this.#loudness && this.#loudness.track !== track) this.#stopMeter();
    if (!track || !on.microphone) return 0;
    this.#loudness ??= { track, meter: this.#platform.loudness(track) };
    return this.#loudness.meter.level();
  }

  close(): void {
    this.#closed = true;
    this.#stopMeter();
    for (const track of Object.values(this.#state.get().tracks)) track?.stop();
  }

  #inTurn(task: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(() => (this.#closed ? undefined : task()));
    return this.#turn;
  }

  async #acquire(kinds: readonly Kind[]): Promise<void> {
    try {
      await this.#take(kinds, (constraints) => constraints);
    } catch (error) {
      // Of two, one may be there.
      if (kinds.length > 1) for (const kind of kinds) await this.#acquire([kind]);
      else if (kinds[0]) await this.#acquireAny(kinds[0], error);
    }
    await this.#book.refresh();
  }

  /** @param error why the chosen one could not be had */
  async #acquireAny(kind: Kind, error: unknown): Promise<void> {
    const gone = problemOf(error, this.#platform.secure) === "missing";
    if (!gone) return this.#refused(kind, error);
    await this.#take([kind], anyOf).catch((none: unknown) => this.#refused(kind, none));
  }

  async #take(
    kinds: readonly Kind[],
    of: (constraints: MediaTrackConstraints) => MediaTrackConstraints,
  ): Promise<void> {
    const { choice } = this.#book;
    const stream = await this.#platform.userMedia({
      ...(kinds.includes("microphone") && { audio: of(audioConstraints(choice)) }),
      ...(kinds.includes("camera") && { video: of(videoConstraints(choice)) }),
    });
    for (const track of stream.getTracks()) await this.#adopt(track);
  }

  /** Some systems give a device only once, so that the next can be had only when the one in use is let go. */
  async #refused(kind: Kind, error: unknown): Promise<void> {
    const problem = problemOf(error, this.#platform.secure);
    const held = this.#state.get().tracks[kind];
    if (problem === "busy" && held) {
      this.#drop(kind);
      await this.#acquire([kind]);
      return;
    }
    if (held) return;
    const field = kind === "microphone" ? "microphoneProblem" : "cameraProblem";
    this.#state.update((state) => ({ ...state, [field]: problem, on: { ...state.on, [kind]: false } }));
  }

  async #adopt(track: MediaStreamTrack): Promise<void> {
    if (this.#closed) {
      track.stop();
      return;
    }
    const kind: Kind = track.kind === "audio" ? "microphone" : "camera";
    const { tracks, on } = this.#state.get();
    const before = tracks[kind];
    if (kind === "microphone") track.enabled = before === null || on.microphone;
    else await this.#blur(track);
    track.onended = () => void this.#lost(kind, track);
    this.#state.update((state) => ({
      ...state,
      tracks: { ...state.tracks, [kind]: track },
      on: { ...state.on, [kind]: track.enabled },
      ...(kind === "microphone" ? { microphoneProblem: null } : { cameraProblem: null }),
    }));
    stop(before);
  }

  #turnMicrophone(on: boolean): void {
    const track = this.#state.get().tracks.microphone;
    if (!track) return;
    track.enabled = on;
    this.#state.update((state) =>
      state.on.microphone === on ? state : { ...state, on: { ...state.on, microphone: on } },
    );
  }

  #drop(kind: Kind): void {
    const track = this.#state.get().tracks[kind];
    if (!track) return;
    stop(track);
    this.#state.update((state) => ({
      ...state,
      tracks: { ...state.tracks, [kind]: null },
      on: { ...state.on, [kind]: false },
    }));
  }

  /** The device went away: the next best takes its place. */
  #lost(kind: Kind, track: MediaStreamTrack): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state.get().tracks[kind] !== track) return;
      const wasOn = this.#state.get().on[kind];
      this.#drop(kind);
      await this.#acquire([kind]);
      if (kind === "microphone") this.#turnMicrophone(wasOn);
      this.#notify({ type: "deviceLost", kind, label: this.#state.get().tracks[kind]?.label ?? null });
    });
  }

  async #shareScreen(): Promise<void> {
    const stream = await this.#platform.displayMedia().catch(() => null);
    const screen = stream?.getVideoTracks()[0];
    if (!stream || !screen) return;
    if (this.#closed) {
      for (const track of stream.getTracks()) track.stop();
      return;
    }
    this.#endScreen();
    // Text is to stay sharp; better fewer pictures a second than blurred ones.
    screen.contentHint = "detail";
    screen.onended = () => this.#endScreen();
    const screenAudio = stream.getAudioTracks()[0] ?? null;
    this.#state.update((state) => ({
      ...state,
      tracks: { ...state.tracks, screen, screen_audio: screenAudio },
      on: { ...state.on, screen: true },
    }));
  }

  #endScreen(): void {
    const { tracks } = this.#state.get();
    if (!tracks.screen) return;
    stop(tracks.screen);
    stop(tracks.screen_audio);
    this.#state.update((state) => ({
      ...state,
      tracks: { ...state.tracks, screen: null, screen_audio: null },
      on: { ...state.on, screen: false },
    }));
  }

  /** Only some browsers and systems offer it; a camera that cannot stays as it is. */
  async #blur(track: MediaStreamTrack): Promise<void> {
    const offered = (track.getCapabilities?.() as { backgroundBlur?: readonly boolean[] } | undefined)
      ?.backgroundBlur;
    this.#book.setCanBlur(offered?.includes(true) ?? false);
    if (!offered || offered.length < 2) return;
    const { backgroundBlur } = this.#book.choice;
    await track.applyConstraints({ backgroundBlur } as MediaTrackConstraints).catch(() => {});
  }

  #stopMeter(): void {
    this.#loudness?.meter.close();
    this.#loudness = null;
  }
}

/** Stopped by us, so that it is not taken for lost. */
function stop(track: MediaStreamTrack | null): void {
  if (!track) return;
  track.onended = null;
  track.stop();
}
