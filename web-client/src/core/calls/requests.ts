import type { Observable } from "../observable.ts";
import type { RandomPort, Timers } from "../ports.ts";
import type { CallReplied, CallReply, CallRequest, ClientFrame, ServerError } from "../protocol.ts";
import { ApiError, type ConnectionState } from "../types.ts";

/** How long a request waits for its answer, a lost line included, in milliseconds. */
export const ANSWER_WITHIN_MS = 15_000;
/** How often a request that came too fast is said again. */
const TRIES_MAX = 4;

/** What may be said again when nobody knows whether it was heard: twice does what once does. */
const REPEATABLE: ReadonlySet<CallRequest["type"]> = new Set([
  "start",
  "join",
  "decline",
  "leave",
  "end",
  "media",
  "ice_servers",
  "use_media_service",
  "room.open",
  "probe.open",
  "producer.set",
  "producer.close",
  "consumer.set",
]);

interface Answers {
  start: "joined";
  join: "joined";
  add: "joined";
  ice_servers: "ice_servers";
  "room.open": "room";
  "probe.open": "room";
  "transport.open": "transport";
  "transport.restart_ice": "ice";
  "producer.open": "producer";
  "consumer.open": "consumer";
}

/** The answer to a request of a type. */
export type AnswerTo<T extends CallRequest["type"]> = Extract<
  CallReply,
  { type: T extends keyof Answers ? Answers[T] : "done" }
>;

/** Asks the server about calls. */
export interface Asking {
  /** Rejects with `ApiError`: the server's refusal, or `network.unreachable` when no answer came. */
  ask<R extends CallRequest>(request: R): Promise<AnswerTo<R["type"]>>;
}

interface Pending {
  readonly request: CallRequest;
  readonly resolve: (reply: CallReply) => void;
  readonly reject: (error: ApiError) => void;
  readonly stopTimer: () => void;
  said: boolean;
  tries: number;
}

export interface RequestsContext {
  readonly timers: Timers;
  readonly random: Pick<RandomPort, "uuid">;
  readonly connection: Observable<ConnectionState>;
  send(frame: ClientFrame): boolean;
}

/** The requests that are under way on the one line: waits out a short loss, and repeats what may be repeated. */
export class CallRequests implements Asking {
  readonly #context: RequestsContext;
  readonly #pending = new Map<string, Pending>();
  readonly #stop: () => void;

  constructor(context: RequestsContext) {
    this.#context = context;
    this.#stop = context.connection.subscribe(() => this.#lineChanged());
  }

  ask<R extends CallRequest>(request: R): Promise<AnswerTo<R["type"]>> {
    const { timers, random } = this.#context;
    const id = random.uuid();
    const answer = new Promise<CallReply>((resolve, reject) => {
      const stopTimer = timers.after(ANSWER_WITHIN_MS, () => this.#fail(id));
      this.#pending.set(id, { request, resolve, reject, stopTimer, said: false, tries: 0 });
    });
    this.#say(id);
    return answer as Promise<AnswerTo<R["type"]>>;
  }

  replied({ requestId, reply }: CallReplied): void {
    this.#settle(requestId)?.resolve(reply);
  }

  /** @returns whether the refusal was about one of these requests */
  refused({ requestId, code, retryAfterMs }: ServerError): boolean {
    const pending = requestId === null ? undefined : this.#pending.get(requestId);
    if (!pending || requestId === null) return false;
    if (code === "rate.limited" && ++pending.tries < TRIES_MAX) {
      pending.said = false;
      this.#context.timers.after(Math.max(retryAfterMs ?? 0, 50), () => this.#say(requestId));
      return true;
    }
    this.#settle(requestId)?.reject(new ApiError(code, [], retryAfterMs));
    return true;
  }

  close(): void {
    this.#stop();
    for (const id of [...this.#pending.keys()]) this.#fail(id);
  }

  #say(id: string): void {
    const pending = this.#pending.get(id);
    if (!pending || pending.said) return;
    pending.said = this.#context.send({ type: "call.request", requestId: id, request: pending.request });
  }

  #lineChanged(): void {
    const live = this.#context.connection.get().name === "live";
    for (const [id, pending] of [...this.#pending]) {
      if (live) this.#say(id);
      else if (pending.said && REPEATABLE.has(pending.request.type)) pending.said = false;
      else if (pending.said) this.#fail(id);
    }
  }

  #fail(id: string): void {
    this.#settle(id)?.reject(new ApiError("network.unreachable"));
  }

  #settle(id: string): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    pending?.stopTimer();
    return pending;
  }
}
