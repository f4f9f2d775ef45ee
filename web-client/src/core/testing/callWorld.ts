/** One tab of `me` in calls: the client's part as a whole, with devices and a server of the test. */
import { Engine } from "../calls/callEngine.ts";
import { Calls } from "../calls/calls.ts";
import type { CallNotice } from "../calls/types.ts";
import type { Api } from "../http/api.ts";
import { createStore } from "../observable.ts";
import type { Ports, SettingsPort } from "../ports.ts";
import type { Call, CallReply, CallRequest, ErrorCode } from "../protocol.ts";
import type { ConnectionState } from "../types.ts";
import { aCall, participant } from "./calls.ts";
import { FakeLocks } from "./fakeLocks.ts";
import { FakePlatform } from "./fakeMedia.ts";
import { FakeTimers, settled } from "./fakeTimers.ts";

type Answer = CallReply | ErrorCode | null;

export class CallWorld {
  readonly timers = new FakeTimers(2_000);
  readonly platform = new FakePlatform();
  readonly connection = createStore<ConnectionState>({ name: "live" });
  readonly asked: CallRequest[] = [];
  readonly notices: CallNotice[] = [];
  readonly calls: Calls;
  /** What the tab keeps; a reloaded page finds it again. */
  readonly kept: Map<string, string>;
  /** The server's answers, where they are others than the usual ones; null: none. */
  answer: (request: CallRequest) => Answer | undefined = () => undefined;
  /** The calls that the server knows. */
  readonly known = new Map<string, Call>();
  readonly #locks;
  #ids = 0;

  /** @param before the page that was loaded before this one in the same tab */
  constructor(before?: CallWorld) {
    this.kept = before?.kept ?? new Map();
    const locks = before?.locks ?? new FakeLocks();
    this.locks = locks;
    this.#locks = locks.ofPage();
    const settings = (values: Map<string, string>): SettingsPort => ({
      read: (key) => values.get(key) ?? null,
      write: (key, value) => (value === null ? values.delete(key) : values.set(key, value)),
    });
    const ports = {
      timers: this.timers,
      random: { fraction: () => 0.5, uuid: () => `${before ? "later" : "id"}-${++this.#ids}` },
      settings: settings(new Map()),
      tabSettings: settings(this.kept),
      locks: this.#locks,
      environment: { visible: () => true, onVisible: () => () => {}, onOnline: () => () => {} },
      loadCalls: async () => (context) => new Engine(context, this.platform),
    } satisfies Partial<Ports>;
    this.calls = new Calls(ports as unknown as Ports, {} as Api, {
      connection: this.connection,
      clockOffset: createStore(0),
      send: (frame) => {
        if (this.connection.get().name !== "live") return false;
        if (frame.type === "call.request") this.#asked(frame.requestId, frame.request);
        return true;
      },
    });
    this.calls.begin("me");
    this.calls.actions.onNotice((notice) => this.notices.push(notice));
  }

  readonly locks: FakeLocks;

  get current() {
    return this.calls.actions.current.get();
  }

  get incoming(): readonly string[] {
    return this.calls.actions.incoming.get().map(({ id }) => id);
  }

  of<T extends CallRequest["type"]>(type: T): Extract<CallRequest, { type: T }>[] {
    return this.asked.filter(
      (request): request is Extract<CallRequest, { type: T }> => request.type === type,
    );
  }

  /** The server tells of a call. */
  tell(call: Call): void {
    this.known.set(call.id, call);
    this.calls.received({ type: "call.changed", call });
  }

  /** Changes a call that the server knows, and tells of it. */
  change(id: string, change: Partial<Call>): void {
    const call = this.known.get(id) ?? aCall({ id });
    this.tell({ ...call, version: call.version + 1, ...change });
  }

  /** The others answer and are in the call, oneself as before. */
  answered(id: string, ...accountIds: readonly string[]): void {
    const mine = this.known.get(id)?.participants.filter(({ accountId }) => accountId === "me") ?? [];
    const others = accountIds.map((accountId) => participant(accountId, "joined"));
    this.change(id, { answeredAt: this.timers.now(), ringsUntil: null, participants: [...others, ...mine] });
  }

  lose(): void {
    this.connection.set({ name: "waiting", retryAt: 0 });
  }

  /** The line is back, and the sync through. */
  comeBack(): void {
    this.calls.received({
      type: "welcome",
      protocol: 1,
      serverVersion: "",
      capabilities: [],
      accountId: "me",
      sessionId: "",
      serverTime: 0,
    });
    this.calls.received({ type: "call.list", calls: [...this.known.values()].filter(({ end }) => !end) });
    this.connection.set({ name: "live" });
    this.calls.received({ type: "sync.done" });
  }

  /** The page is gone without a word. */
  crash(): void {
    this.#locks.releaseAll();
  }

  async pass(milliseconds = 0): Promise<void> {
    await settled();
    for (let left = milliseconds; left > 0; left -= 50) {
      this.timers.advance(Math.min(left, 50));
      await settled();
    }
  }

  #asked(requestId: string, request: CallRequest): void {
    this.asked.push(request);
    const answer = this.answer(request);
    const reply = answer === undefined ? this.#usual(request) : answer;
    if (reply === null) return;
    queueMicrotask(() => {
      if (typeof reply !== "string") this.calls.received({ type: "call.reply", requestId, reply });
      else this.calls.received({ type: "error", requestId, code: reply, detail: "", retryAfterMs: null });
    });
  }

  #usual(request: CallRequest): CallReply | ErrorCode {
    if (request.type === "ice_servers") return { type: "ice_servers", iceServers: [] };
    if (request.type === "start") {
      const { callId: id, conversationId, endpointId, video, media } = request;
      const mine = participant("me", "joined", { endpointId, media });
      const participants = [mine, participant("ann", "ringing")];
      return this.#joined(aCall({ id, conversationId, startedBy: "me", video, participants }));
    }
    if (request.type === "join") {
      const call = this.known.get(request.callId);
      if (!call) return "call.not_found";
      if (call.end) return "call.ended";
      const { endpointId, media } = request;
      const others = call.participants.filter(({ accountId }) => accountId !== "me");
      const participants = [...others, participant("me", "joined", { endpointId, media })];
      return this.#joined({
        ...call,
        version: call.version + 1,
        answeredAt: call.answeredAt ?? 1,
        participants,
      });
    }
    return { type: "done" };
  }

  #joined(call: Call): CallReply {
    this.known.set(call.id, call);
    return { type: "joined", call, iceServers: [] };
  }
}
