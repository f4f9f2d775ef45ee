import { createStore, type Observable, shallowEqual } from "../observable.ts";
import type { SettingsPort } from "../ports.ts";
import { devicesOf, keepChoice, keptChoice } from "./deviceChoice.ts";
import type { MediaPlatform } from "./platform.ts";
import type { CallNotice, Device, DeviceChoice, Devices } from "./types.ts";

type Kind = "microphone" | "camera" | "speaker";
const LISTS = { microphone: "microphones", camera: "cameras", speaker: "speakers" } as const;

/** The devices there are and those chosen; tells when some come. */
export class DeviceBook {
  readonly #platform: MediaPlatform;
  readonly #settings: SettingsPort;
  readonly #notify: (notice: CallNotice) => void;
  readonly #state;
  readonly #stop: () => void;

  constructor(platform: MediaPlatform, settings: SettingsPort, notify: (notice: CallNotice) => void) {
    this.#platform = platform;
    this.#settings = settings;
    this.#notify = notify;
    this.#state = createStore<Devices>({
      microphones: [],
      cameras: [],
      speakers: [],
      choice: keptChoice(settings),
      canBlur: false,
      canShareScreen: platform.canShareScreen,
    });
    this.#stop = platform.onDevicesChanged(() => void this.#changed());
    void this.refresh();
  }

  get state(): Observable<Devices> {
    return this.#state;
  }

  get choice(): DeviceChoice {
    return this.#state.get().choice;
  }

  /** Kept for the next call as well. */
  choose(change: Partial<DeviceChoice>): void {
    this.#state.update((held) => ({ ...held, choice: { ...held.choice, ...change } }));
    keepChoice(this.#settings, this.choice);
  }

  setCanBlur(canBlur: boolean): void {
    this.#state.update((held) => (held.canBlur === canBlur ? held : { ...held, canBlur }));
  }

  /** Names and ids are known only once the person allowed a device. */
  async refresh(): Promise<void> {
    const all = await this.#platform.devices().catch(() => []);
    const next = {
      microphones: devicesOf(all, "audioinput"),
      cameras: devicesOf(all, "videoinput"),
      speakers: devicesOf(all, "audiooutput"),
    };
    this.#state.update((held) => {
      const same = Object.values(LISTS).every((list) => sameDevices(held[list], next[list]));
      return same ? held : { ...held, ...next };
    });
  }

  close(): void {
    this.#stop();
  }

  async #changed(): Promise<void> {
    const before = this.#state.get();
    await this.refresh();
    const after = this.#state.get();
    for (const kind of ["microphone", "camera", "speaker"] as const) {
      const had = before[LISTS[kind]];
      // An empty list says that nothing was known, not that nothing was there.
      if (had.length > 0) this.#tell(kind, had, after[LISTS[kind]]);
    }
  }

  #tell(kind: Kind, had: readonly Device[], has: readonly Device[]): void {
    for (const { label } of has.filter(({ id }) => !had.some((device) => device.id === id))) {
      this.#notify({ type: "deviceAdded", kind, label });
    }
    const { speakerId } = this.choice;
    const gone = (id: string | null) => id !== null && !has.some((device) => device.id === id);
    if (kind !== "speaker" || !gone(speakerId)) return;
    this.#state.update((held) => ({ ...held, choice: { ...held.choice, speakerId: null } }));
    this.#notify({ type: "deviceLost", kind, label: has[0]?.label ?? null });
  }
}

const sameDevices = (a: readonly Device[], b: readonly Device[]) =>
  a.length === b.length && a.every((device, i) => shallowEqual(device, b[i]));
