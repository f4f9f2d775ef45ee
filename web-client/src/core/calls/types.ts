/** What the screens know of calls. Everything here is immutable; actions reject with `ApiError`, and with nothing else. */
import type { Observable } from "../observable.ts";
import type { Call, CallPage, CallRoute, Connectivity, EndReason, QualityCause } from "../protocol.ts";

/** The whole of calls for the screens: `client.calls`. */
export interface CallActions {
  /** Calls that go on in one's conversations, one's own among them. */
  readonly running: Observable<readonly Call[]>;
  /** Those that ring for oneself on this device now, the oldest first. */
  readonly incoming: Observable<readonly Call[]>;
  /** The call that this tab is in, also while it ends; null when it is in none. */
  readonly current: Observable<CurrentCall | null>;
  readonly devices: Observable<Devices>;
  /** Called for what a person should be told once. Returns how to stop. */
  onNotice(listener: (notice: CallNotice) => void): () => void;

  /** Rings the others, or joins the call that the conversation has. */
  start(conversationId: string, choice: MediaChoice): Promise<void>;
  /** Accepts one that rings or joins one that runs; takes it over where another device of one's own is in it. */
  join(callId: string, choice: MediaChoice): Promise<void>;
  decline(callId: string): Promise<void>;
  leave(): Promise<void>;
  endForAll(): Promise<void>;
  /** Rings more people; a call between two moves to a new group of that name. */
  add(accountIds: readonly string[], groupName: string): Promise<void>;

  setMicrophone(on: boolean): Promise<void>;
  setCamera(on: boolean): Promise<void>;
  /** Asks the browser which screen to share. Resolves without effect when the person picks none. */
  setScreen(on: boolean): Promise<void>;
  setHand(raised: boolean): void;
  react(emoji: string): void;
  /** How large a tile is drawn, in CSS pixels; 0 when it is off screen. Decides what is received of it. */
  setTileSize(tileId: string, width: number): void;

  /** Devices from here on, live in a call and kept for the next. */
  choose(change: Partial<DeviceChoice>): Promise<void>;
  /** Microphone and camera before a call. Close it when the screen goes, unless a call takes it over. */
  preview(choice: MediaChoice): Preview;
  /** One's past calls, the newest first. */
  history(before: string | null): Promise<CallPage>;
  connectivity(): Promise<Connectivity>;
  /** Runs the checks one after the other; each reports when it starts and when it is done. */
  selfTest(report: (check: Check) => void): Promise<void>;
}

export interface MediaChoice {
  readonly microphone: boolean;
  readonly camera: boolean;
}

/** Where a call stands on this device. */
export type CallPhase =
  /** The others ring. */
  | "ringing"
  /** Somebody answered; the media is on its way. */
  | "connecting"
  | "connected"
  /** The media or the line to the server was lost; it is being restored. */
  | "reconnecting"
  /** Over; `ending` says how. Stays until `leave` is called or a few seconds went by. */
  | "ended";

export interface CurrentCall {
  readonly call: Call;
  readonly phase: CallPhase;
  readonly route: CallRoute;
  /** When the first media flowed, ms since the epoch on this device's clock; for the running time. */
  readonly connectedAt: number | null;
  /** One's own tiles last; screens before cameras. */
  readonly tiles: readonly Tile[];
  /** Who is heard, the loudest first. */
  readonly speaking: readonly string[];
  readonly self: SelfState;
  /** Of each other person, and of oneself under one's own id. */
  readonly links: ReadonlyMap<string, LinkQuality>;
  /** Shown for a moment. */
  readonly reactions: readonly { readonly key: number; readonly accountId: string; readonly emoji: string }[];
  /** What is wrong just now, for a line in the call; null when nothing is. */
  readonly problem: CallProblem | null;
  readonly ending: Ending | null;
}

/** One picture of the call: a person (with or without video), or a screen. */
export interface Tile {
  /** The account's id, with ":screen" after it for a screen. */
  readonly id: string;
  readonly accountId: string;
  readonly screen: boolean;
  readonly mine: boolean;
  /** Null while there is no picture: the avatar is shown. */
  readonly video: MediaStream | null;
  /** What is to be played; null for one's own. */
  readonly audio: MediaStream | null;
  readonly muted: boolean;
  readonly hand: boolean;
  /** Still ringing, or their device has lost its connection. */
  readonly waiting: boolean;
}

export interface SelfState {
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly screen: boolean;
  readonly hand: boolean;
  /** Why there is no sound or picture of oneself, where that was not wished. */
  readonly microphoneProblem: DeviceProblem | null;
  readonly cameraProblem: DeviceProblem | null;
}

export type DeviceProblem =
  | "denied"
  | "missing"
  /** Another program holds it. */
  | "busy"
  /** Browsers give devices to pages on https or this machine only. */
  | "insecure";

export type CallProblem = "line" | "media" | "media_service" | "autoplay";

/** Measured over the last seconds. */
export interface LinkQuality {
  readonly grade: "good" | "fair" | "poor";
  readonly roundTripMs: number | null;
  /** 0 to 1. */
  readonly lossIn: number | null;
  readonly lossOut: number | null;
  readonly kbitIn: number | null;
  readonly kbitOut: number | null;
  readonly videoCodec: string | null;
  readonly audioCodec: string | null;
  readonly framesPerSecond: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly way: "direct" | "relayed" | "server" | null;
}

export interface Ending {
  readonly reason: EndReason | "moved_device" | "removed";
  readonly durationMs: number;
  readonly quality: QualityCause | null;
}

export type CallNotice =
  | { readonly type: "answeredElsewhere"; readonly callId: string }
  | { readonly type: "declinedElsewhere"; readonly callId: string }
  | { readonly type: "missed"; readonly call: Call }
  /** The device in use went away; `label` is the one used now, null when there is none. */
  | {
      readonly type: "deviceLost";
      readonly kind: "microphone" | "camera" | "speaker";
      readonly label: string | null;
    }
  | {
      readonly type: "deviceAdded";
      readonly kind: "microphone" | "camera" | "speaker";
      readonly label: string;
    };

export interface DeviceChoice {
  /** Null: the system's. */
  readonly microphoneId: string | null;
  readonly cameraId: string | null;
  readonly speakerId: string | null;
  readonly noiseSuppression: boolean;
  readonly echoCancellation: boolean;
  readonly gainControl: boolean;
  readonly backgroundBlur: boolean;
}

export interface Devices {
  readonly microphones: readonly Device[];
  readonly cameras: readonly Device[];
  /** Empty where the browser cannot choose. */
  readonly speakers: readonly Device[];
  readonly choice: DeviceChoice;
  /** The camera in use can blur the background. */
  readonly canBlur: boolean;
  readonly canShareScreen: boolean;
}

export interface Device {
  readonly id: string;
  readonly label: string;
}

export interface Preview {
  readonly state: Observable<PreviewState>;
  set(choice: MediaChoice): void;
  /** Plays a short sound on the chosen speaker. */
  testSpeaker(): Promise<void>;
  close(): void;
}

export interface PreviewState {
  readonly choice: MediaChoice;
  readonly video: MediaStream | null;
  /** Loudness of the microphone, 0 to 1. */
  readonly level: number;
  readonly microphoneProblem: DeviceProblem | null;
  readonly cameraProblem: DeviceProblem | null;
}

/** One line of the self-test; texts are in the catalogue under `connectivity.<name>`. */
export interface Check {
  readonly name:
    | "secureContext"
    | "webSocket"
    | "clock"
    | "microphone"
    | "camera"
    | "stun"
    | "turn"
    | "mediaService"
    | "mediaUdp"
    | "mediaTcp";
  readonly state: "running" | "passed" | "failed" | "skipped";
  /** Figures for the line, such as a round trip in ms or an address. */
  readonly detail: string | null;
  /** What is wrong, for the remedy `connectivity.remedy.<problem>`; null unless it failed or was skipped. */
  readonly problem: CheckProblem | null;
}

export type CheckProblem =
  | DeviceProblem
  /** No WebSocket to the server: `webSocket`. */
  | "offline"
  /** This device's clock is minutes off, so that TURN refuses: `clock`. */
  | "clock_off"
  /** None set up on the server: `stun` and `turn`, skipped. */
  | "stun_not_configured"
  | "turn_not_configured"
  /** No answer: blocked by a firewall, or the wrong address. */
  | "stun_unreachable"
  | "turn_unreachable"
  /** It answered, and took the credentials for wrong. */
  | "turn_refused"
  /** It does not run; `detail` is the server's sentence on what is missing. */
  | "media_service_missing"
  /** Its ports cannot be reached that way. */
  | "udp_blocked"
  | "tcp_blocked"
  /** Could not be looked at, because of what failed before: skipped. */
  | "not_checked";
