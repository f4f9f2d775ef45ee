import type { Api } from "../http/api.ts";
import { createStore, derive, type Observable, shallowEqual } from "../observable.ts";
import type { Ports } from "../ports.ts";
import type { Call, ClientFrame, ServerFrame } from "../protocol.ts";
import { ApiError, type ConnectionState } from "../types.ts";
import * as store from "./callStore.ts";
import { type CallEngine, KEPT_CALL } from "./engine.ts";
import { laterPreview } from "./laterPreview.ts";
import type { CallActions, CallNotice, CurrentCall, Devices } from "./types.ts";

export interface CallSurroundings {
  readonly connection: Observable<ConnectionState>;
  readonly clockOffset: Observable<number>;
  send(frame: ClientFrame): boolean;
}

const NO_DEVICES: Devices = {
  microphones: [],
  cameras: [],
  speakers: [],
  choice: {
    microphoneId: null,
    cameraId: null,
    speakerId: null,
    noiseSuppression: true,
    echoCancellation: true,
    gainControl: true,
    backgroundBlur: false,
  },
  canBlur: false,
  canShareScreen: false,
};

/** The part of calls that every page has: which go on, which ring; the engine is fetched when one is at hand. */
export class Calls {
  readonly actions: CallActions;
  readonly #ports: Ports;
  readonly #api: Api;
  readonly #around: CallSurroundings;
  readonly #state = createStore(store.noCalls(""));
  readonly #current = createStore<CurrentCall | null>(null);
  readonly #devices = createStore(NO_DEVICES);
  /** Grows when a ring may have ended by itself. */
  readonly #tick = createStore(0);
  readonly #listeners = new Set<(notice: CallNotice) => void>();
  readonly #running: Observable<readonly Call[]>;
  readonly #incoming: Observable<readonly Call[]>;
  #loading: Promise<CallEngine> | null = null;
  #engine: CallEngine | null = null;
  #stops: (() => void)[] = [];
  #stopTick: () => void = () => {};

  constructor(ports: Ports, api: Api, around: CallSurroundings) {
    this.#ports = ports;
    this.#api = api;
    this.#around = around;
    this.#running = derive([this.#state], ({ calls }) => [...calls.values()], shallowEqual);
    this.#incoming = derive(
      [this.#state, this.#tick],
      (state) => store.incomingOf(state, this.#serverTime()),
      shallowEqual,
    );
    this.actions = this.#makeActions();
  }

  /** A call goes on in this tab. */
  get inCall(): boolean {
    const current = this.#current.get();
    return current !== null && current.phase !== "ended";
  }

  /** Somebody is signed in. */
  begin(accountId: string): void {
    this.end();
    this.#state.set(store.noCalls(accountId));
  }

  end(): void {
    this.#stopTick();
    for (const stop of this.#stops.splice(0)) stop();
    this.#engine?.close();
    this.#engine = this.#loading = null;
    this.#current.set(null);
    this.#state.set(store.noCalls(""));
  }

  /** Every frame of the line; those about calls are taken. */
  received(frame: ServerFrame): void {
    if (frame.type === "welcome") this.#state.update(store.lineOpened);
    if (frame.type === "call.list") {
      this.#state.update((state) => store.callsListed(state, frame.calls));
      this.#watchRings();
    }
    if (frame.type === "call.changed") this.#changed(frame.call);
    this.#engine?.received(frame);
    if (frame.type === "sync.done" && this.#ports.tabSettings.read(KEPT_CALL)) this.#prefetch();
  }

  #changed(call: Call): void {
    const notice = store.noticeOf(this.#state.get(), call);
    this.#state.update((state) => store.callChanged(state, call));
    if (notice) this.#notify(notice);
    this.#watchRings();
  }

  /** Fetches the engine while it rings, and ends rings that the server could not end. */
  #watchRings(): void {
    this.#stopTick();
    const incoming = this.#incoming.get();
    if (incoming.length > 0) this.#prefetch();
    const end = store.nextRingEnd(incoming);
    if (end === null) return;
    this.#stopTick = this.#ports.timers.after(Math.max(end - this.#serverTime(), 0), () => {
      this.#tick.update((tick) => tick + 1);
      this.#watchRings();
    });
  }

  #serverTime(): number {
    return this.#ports.timers.now() + this.#around.clockOffset.get();
  }

  #notify(notice: CallNotice): void {
    for (const listener of [...this.#listeners]) listener(notice);
  }

  #prefetch(): void {
    // Failing is told when somebody asks for something.
    this.#load().catch(() => {});
  }

  #load(): Promise<CallEngine> {
    const { accountId } = this.#state.get();
    if (accountId === "") return Promise.reject(new ApiError("auth.required"));
    this.#loading ??= this.#open(accountId);
    return this.#loading;
  }

  async #open(accountId: string): Promise<CallEngine> {
    const loaded = this.#ports.loadCalls().catch(() => {
      this.#loading = null;
      throw new ApiError("network.unreachable");
    });
    const open = await loaded;
    if (this.#state.get().accountId !== accountId) throw new ApiError("auth.required");
    const engine = open({
      ...this.#around,
      ports: this.#ports,
      api: this.#api,
      accountId,
      running: this.#running,
      incoming: this.#incoming,
      send: (frame) => this.#around.send(frame),
      dismiss: (callId) => this.#dismiss(callId),
      told: (call) => this.#changed(call),
      notify: (notice) => this.#notify(notice),
    });
    this.#engine = engine;
    this.#stops = [follow(engine.current, this.#current), follow(engine.devices, this.#devices)];
    return engine;
  }

  #dismiss(callId: string): () => void {
    this.#state.update((state) => store.dismissed(state, callId));
    return () => this.#state.update((state) => store.undismissed(state, callId));
  }

  #makeActions(): CallActions {
    const load = () => this.#load();
    return {
      running: this.#running,
      incoming: this.#incoming,
      current: this.#current,
      devices: {
        get: this.#devices.get,
        subscribe: (listener) => {
          this.#prefetch();
          return this.#devices.subscribe(listener);
        },
      },
      onNotice: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
      start: async (...args) => (await load()).start(...args),
      join: async (...args) => (await load()).join(...args),
      decline: async (...args) => (await load()).decline(...args),
      leave: async () => (await load()).leave(),
      endForAll: async () => (await load()).endForAll(),
      add: async (...args) => (await load()).add(...args),
      setMicrophone: async (on) => (await load()).setMicrophone(on),
      setCamera: async (on) => (await load()).setCamera(on),
      setScreen: async (on) => (await load()).setScreen(on),
      setHand: (raised) => this.#engine?.setHand(raised),
      react: (emoji) => this.#engine?.react(emoji),
      setTileSize: (tileId, width) => this.#engine?.setTileSize(tileId, width),
      choose: async (change) => (await load()).choose(change),
      preview: (choice) => laterPreview(choice, load),
      history: (before) => this.#api.calls(before),
      connectivity: () => this.#api.connectivity(),
      selfTest: async (report) => (await load()).selfTest(report),
    };
  }
}

/** Makes one store show what another observable says. Returns how to stop. */
function follow<T>(source: Observable<T>, target: { set(value: T): void }): () => void {
  target.set(source.get());
  return source.subscribe(() => target.set(source.get()));
}
