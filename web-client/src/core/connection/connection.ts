import { createStore, type Observable } from "../observable.ts";
import type { Environment, Line, Ports, Timers, Transport } from "../ports.ts";
import type { ClientFrame, ErrorCode, ServerFrame } from "../protocol.ts";
import { ApiError, type ConnectionState } from "../types.ts";
import { endingOf } from "./closing.ts";
import type { ReconnectPolicy } from "./reconnectPolicy.ts";

/** A ping goes out after so much silence … */
const PING_AFTER_MS = 20_000;
/** … and a line that is silent for so long is dead. */
const DEAD_AFTER_MS = 40_000;
/** On coming back to a page, a line that has been silent for longer than this is asked whether it lives. */
const DOUBTFUL_AFTER_MS = 5_000;
/** How long a doubted line has to answer. */
const DOUBT_MS = 4_000;

export interface ConnectionEvents {
  /** What to say first on a new line. */
  hello(): ClientFrame;
  received(frame: ServerFrame): void;
  /** Asks the server, over HTTP, whether the session still holds; rejects with `ApiError`. */
  checkSession(): Promise<void>;
  signedOut(): void;
}

/** Keeps one WebSocket to the server. The states are those of `ConnectionState`. */
export class Connection {
  readonly #state = createStore<ConnectionState>({ name: "idle" });
  readonly #transport: Transport;
  readonly #timers: Timers;
  readonly #environment: Environment;
  readonly #policy: ReconnectPolicy;
  readonly #events: ConnectionEvents;
  #line: Line | null = null;
  #failures = 0;
  #heardAt = 0;
  #lastError: ErrorCode | null = null;
  #stopTimer: () => void = () => {};
  #stops: (() => void)[] = [];
  /** Grows with each line, so that what an older one still says is not listened to. */
  #turn = 0;

  constructor(
    ports: Pick<Ports, "transport" | "timers" | "environment">,
    policy: ReconnectPolicy,
    events: ConnectionEvents,
  ) {
    this.#transport = ports.transport;
    this.#timers = ports.timers;
    this.#environment = ports.environment;
    this.#policy = policy;
    this.#events = events;
  }

  get state(): Observable<ConnectionState> {
    return this.#state;
  }

  start(): void {
    if (this.#state.get().name !== "idle") return;
    this.#stops = [
      this.#environment.onOnline(() => this.#hurry()),
      this.#environment.onVisible(() => this.#hurry()),
    ];
    this.#connect();
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#drop();
    this.#state.set({ name: "idle" });
  }

  /** Says something if the line is live. What cannot be said is not kept: keeping is the outbox's part. */
  send(frame: ClientFrame): boolean {
    if (this.#state.get().name !== "live") return false;
    this.#line?.send(JSON.stringify(frame));
    return true;
  }

  #connect(): void {
    this.#drop();
    this.#state.set({ name: "connecting" });
    const turn = this.#turn;
    let opened = false;
    const current = () => turn === this.#turn;
    this.#awaitLife();
    this.#line = this.#transport.open({
      opened: () => {
        if (!current()) return;
        opened = true;
        this.#heardAt = this.#timers.now();
        this.#state.set({ name: "syncing" });
        this.#line?.send(JSON.stringify(this.#events.hello()));
      },
      received: (text) => {
        if (current()) this.#received(text);
      },
      closed: (code) => {
        if (current()) void this.#closed(code, opened);
      },
    });
  }

  #received(text: string): void {
    this.#heardAt = this.#timers.now();
    const frame = frameOf(text);
    if (!frame) return;
    if (frame.type === "error" && frame.requestId === null) this.#lastError = frame.code;
    // Live before it is told: who hears of the sync's end may send.
    if (frame.type === "sync.done") {
      this.#failures = 0;
      this.#state.set({ name: "live" });
    }
    this.#events.received(frame);
  }

  async #closed(code: number, opened: boolean): Promise<void> {
    const ending = endingOf(code, this.#lastError, opened);
    this.#drop();
    if (ending === "unsupported") this.#state.set({ name: "unsupported" });
    else if (ending === "again") this.#wait();
    else await this.#check();
  }

  async #check(): Promise<void> {
    const turn = this.#turn;
    this.#wait();
    try {
      await this.#events.checkSession();
    } catch (error) {
      const over = error instanceof ApiError && error.code.startsWith("auth.");
      if (over && turn === this.#turn) this.#end();
    }
  }

  #end(): void {
    this.#drop();
    this.#state.set({ name: "signedOut" });
    this.#events.signedOut();
  }

  #wait(): void {
    const delay = this.#policy.delay(this.#failures++);
    this.#state.set({ name: "waiting", retryAt: this.#timers.now() + delay });
    this.#stopTimer();
    this.#stopTimer = this.#timers.after(delay, () => this.#connect());
  }

  /** The network or the person is back: no reason to wait any longer, or to trust a line that may have died. */
  #hurry(): void {
    const { name } = this.#state.get();
    if (name === "waiting" && this.#environment.visible()) this.#connect();
    const silent = this.#timers.now() - this.#heardAt;
    if (name !== "live" || silent < DOUBTFUL_AFTER_MS) return;
    this.send({ type: "ping" });
    const { now } = this.#timers;
    const asked = now();
    this.#stopTimer();
    this.#stopTimer = this.#timers.after(DOUBT_MS, () => {
      if (this.#heardAt < asked) void this.#closed(1006, true);
      else this.#awaitLife();
    });
  }

  #awaitLife(): void {
    this.#heardAt = this.#timers.now();
    this.#stopTimer();
    this.#watch();
  }

  #watch(): void {
    const silent = this.#timers.now() - this.#heardAt;
    const { name } = this.#state.get();
    if (silent >= DEAD_AFTER_MS) {
      void this.#closed(1006, name !== "connecting");
      return;
    }
    if (silent >= PING_AFTER_MS) this.send({ type: "ping" });
    const next = silent >= PING_AFTER_MS ? DEAD_AFTER_MS : PING_AFTER_MS;
    this.#stopTimer = this.#timers.after(Math.max(next - silent, 1), () => this.#watch());
  }

  #drop(): void {
    this.#turn += 1;
    this.#stopTimer();
    this.#line?.close();
    this.#line = null;
    this.#lastError = null;
  }
}

/** Null for what is no frame of this protocol. */
function frameOf(text: string): ServerFrame | null {
  try {
    const value: unknown = JSON.parse(text);
    const typed =
      typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
    return typed ? (value as ServerFrame) : null;
  } catch {
    return null;
  }
}
