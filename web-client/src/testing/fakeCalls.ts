import type {
  CallActions,
  CallNotice,
  Check,
  CurrentCall,
  DeviceChoice,
  Devices,
  MediaChoice,
  Preview,
  PreviewState,
  Tile,
} from "../core/calls/types.ts";
import { createStore } from "../core/observable.ts";
import type { Call, CallPage, CallParticipant } from "../core/protocol.ts";

/** Calls that a test makes up, and what was asked of them, as "setMicrophone true". */
export class FakeCalls implements CallActions {
  readonly running = createStore<readonly Call[]>([]);
  readonly incoming = createStore<readonly Call[]>([]);
  readonly current = createStore<CurrentCall | null>(null);
  readonly devices = createStore<Devices>({
    microphones: [{ id: "m1", label: "Desk microphone" }],
    cameras: [{ id: "c1", label: "Front camera" }],
    speakers: [{ id: "s1", label: "Headphones" }],
    choice: {
      microphoneId: null,
      cameraId: null,
      speakerId: null,
      noiseSuppression: true,
      echoCancellation: true,
      gainControl: true,
      backgroundBlur: false,
    },
    canBlur: true,
    canShareScreen: true,
  });
  readonly previewState = createStore<PreviewState>({
    choice: { microphone: true, camera: true },
    video: null,
    level: 0.3,
    microphoneProblem: null,
    cameraProblem: null,
  });
  readonly asked: string[] = [];
  pages: CallPage[] = [{ calls: [], more: false }];
  checks: Check[] = [];
  #listeners = new Set<(notice: CallNotice) => void>();

  #ask = async (...words: unknown[]): Promise<void> => {
    this.asked.push(words.map((word) => (typeof word === "object" ? JSON.stringify(word) : word)).join(" "));
  };

  tell(notice: CallNotice): void {
    for (const listener of this.#listeners) listener(notice);
  }

  onNotice(listener: (notice: CallNotice) => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start = (conversationId: string, choice: MediaChoice) => this.#ask("start", conversationId, choice);
  join = (callId: string, choice: MediaChoice) => this.#ask("join", callId, choice);
  decline = (callId: string) => this.#ask("decline", callId);
  leave = () => this.#ask("leave");
  endForAll = () => this.#ask("endForAll");
  add = (accountIds: readonly string[], groupName: string) => this.#ask("add", accountIds, groupName);
  setMicrophone = (on: boolean) => this.#ask("setMicrophone", on);
  setCamera = (on: boolean) => this.#ask("setCamera", on);
  setScreen = (on: boolean) => this.#ask("setScreen", on);
  setHand = (raised: boolean) => void this.#ask("setHand", raised);
  react = (emoji: string) => void this.#ask("react", emoji);
  setTileSize = (tileId: string, width: number) => void this.#ask("setTileSize", tileId, width);
  choose = (change: Partial<DeviceChoice>) => this.#ask("choose", change);
  preview = (choice: MediaChoice): Preview => {
    void this.#ask("preview", choice);
    return {
      state: this.previewState,
      set: (next) => void this.#ask("preview.set", next),
      testSpeaker: () => this.#ask("testSpeaker"),
      close: () => void this.#ask("preview.close"),
    };
  };
  history = async (before: string | null): Promise<CallPage> => {
    await this.#ask("history", before);
    return this.pages.shift() ?? { calls: [], more: false };
  };
  connectivity = () => Promise.reject(new Error("The screens do not ask for it"));
  selfTest = async (report: (check: Check) => void) => {
    for (const check of this.checks) report(check);
  };
}

export function participant(accountId: string, change: Partial<CallParticipant> = {}): CallParticipant {
  return {
    accountId,
    state: "joined",
    endpointId: `endpoint-${accountId}`,
    connected: true,
    media: { microphone: true, camera: false, screen: false, hand: false },
    tracks: [],
    ...change,
  };
}

/** A call that Ben started with oneself. */
export function callOf(change: Partial<Call> = {}): Call {
  return {
    id: "call-1",
    conversationId: "conversation-1",
    version: 1,
    startedBy: "ben",
    video: true,
    route: "direct",
    startedAt: 0,
    ringsUntil: null,
    answeredAt: null,
    end: null,
    participants: [participant("ben"), participant("me")],
    ...change,
  };
}

export function tileOf(accountId: string, change: Partial<Tile> = {}): Tile {
  return {
    id: accountId,
    accountId,
    screen: false,
    mine: accountId === "me",
    video: null,
    audio: null,
    muted: false,
    hand: false,
    waiting: false,
    ...change,
  };
}

/** One is in that call and everything is well. */
export function currentOf(change: Partial<CurrentCall> = {}): CurrentCall {
  return {
    call: callOf(),
    phase: "connected",
    route: "direct",
    connectedAt: Date.now(),
    tiles: [tileOf("ben"), tileOf("me")],
    speaking: [],
    self: {
      microphone: true,
      camera: true,
      screen: false,
      hand: false,
      microphoneProblem: null,
      cameraProblem: null,
    },
    links: new Map(),
    reactions: [],
    problem: null,
    ending: null,
    ...change,
  };
}
