/** A browser's devices, streams and tracks for tests. */
import type { MediaPlatform } from "../calls/platform.ts";
import { Air, FakePeer } from "./fakePeers.ts";

let tracks = 0;

export function fakeTrack(kind: "audio" | "video", label = kind): MediaStreamTrack {
  const track = {
    id: `track-${++tracks}`,
    kind,
    label,
    enabled: true,
    muted: false,
    readyState: "live",
    contentHint: "",
    onended: null as (() => void) | null,
    stop: () => {
      track.readyState = "ended";
    },
    getCapabilities: () => ({}),
  };
  return track as unknown as MediaStreamTrack;
}

export function fakeStream(held: readonly MediaStreamTrack[]): MediaStream {
  const stream = {
    getTracks: () => held,
    getAudioTracks: () => held.filter(({ kind }) => kind === "audio"),
    getVideoTracks: () => held.filter(({ kind }) => kind === "video"),
  };
  return stream as unknown as MediaStream;
}

/** The device goes away, as the browser tells it. */
export function unplug(track: MediaStreamTrack | null | undefined): void {
  track?.stop();
  track?.onended?.(new Event("ended"));
}

export class FakePlatform implements MediaPlatform {
  readonly air: Air;
  secure = true;
  readonly canShareScreen = true;
  /** Why the next asks are refused: the name of the browser's error, by kind. */
  readonly refusals: { audio?: string; video?: string } = {};
  /** Devices that are not there, by id. */
  readonly gone = new Set<string>();
  readonly asked: MediaStreamConstraints[] = [];
  readonly given: MediaStreamTrack[] = [];
  list: MediaDeviceInfo[] = [];
  screen: MediaStream | null = null;
  level = 0;
  /** Silences that nobody closed yet. */
  silences = 0;
  readonly #devicesChanged = new Set<() => void>();
  readonly #networkChanged = new Set<() => void>();

  constructor(air = new Air()) {
    this.air = air;
  }

  pixelRatio = () => 1;

  async userMedia(constraints: MediaStreamConstraints): Promise<MediaStream> {
    this.asked.push(constraints);
    const kinds = (["audio", "video"] as const).filter((kind) => constraints[kind]);
    const refused = kinds.map((kind) => this.refusals[kind]).find((name) => name !== undefined);
    if (refused) throw new DOMException("", refused);
    if (kinds.some((kind) => this.gone.has(exactly(constraints[kind])))) {
      throw new DOMException("", "OverconstrainedError");
    }
    const made = kinds.map((kind) => fakeTrack(kind));
    this.given.push(...made);
    return fakeStream(made);
  }

  async displayMedia(): Promise<MediaStream> {
    if (!this.screen) throw new DOMException("", "NotAllowedError");
    return this.screen;
  }

  devices = async () => this.list;
  onDevicesChanged = (listener: () => void) => listen(this.#devicesChanged, listener);
  onNetworkChanged = (listener: () => void) => listen(this.#networkChanged, listener);
  peerConnection = () => new FakePeer(this.air) as unknown as RTCPeerConnection;
  stream = fakeStream;
  loudness = () => ({ level: () => this.level, close: () => {} });
  testSound = async () => {};
  silence = () => {
    this.silences += 1;
    const close = () => {
      this.silences -= 1;
    };
    return { track: fakeTrack("audio"), close };
  };

  loadMediaDevice(): ReturnType<MediaPlatform["loadMediaDevice"]> {
    return Promise.reject(new Error("not in this test"));
  }

  changeDevices(list: readonly (readonly [MediaDeviceKind, string])[]): void {
    this.list = list.map(([kind, id]) => ({ kind, deviceId: id, label: id }) as MediaDeviceInfo);
    for (const listener of [...this.#devicesChanged]) listener();
  }
}

/** The one device that is asked for, or nothing. */
function exactly(wanted: boolean | MediaTrackConstraints | undefined): string {
  const { deviceId } = (typeof wanted === "object" ? wanted : {}) as { deviceId?: { exact?: string } };
  return deviceId?.exact ?? "";
}

function listen(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
