/** What is loaded only once a call is at hand, and what it is given by the rest of the client. */
import type { Api } from "../http/api.ts";
import type { Observable } from "../observable.ts";
import type { Ports } from "../ports.ts";
import type { Call, ClientFrame, ServerFrame } from "../protocol.ts";
import type { ConnectionState } from "../types.ts";
import type { CallActions, CallNotice } from "./types.ts";

export interface EngineContext {
  readonly ports: Pick<Ports, "timers" | "random" | "settings" | "tabSettings" | "locks" | "environment">;
  readonly api: Pick<Api, "connectivity">;
  readonly accountId: string;
  readonly connection: Observable<ConnectionState>;
  /** Milliseconds to add to this device's clock to have the server's. */
  readonly clockOffset: Observable<number>;
  readonly running: Observable<readonly Call[]>;
  readonly incoming: Observable<readonly Call[]>;
  /** Says something on the line, if it is live. */
  send(frame: ClientFrame): boolean;
  /** A call was accepted or declined here: it rings no more. Returns how to take that back. */
  dismiss(callId: string): () => void;
  /** A call that an answer told of, maybe before its frame. */
  told(call: Call): void;
  notify(notice: CallNotice): void;
}

/** Makes calls and carries them; lives as long as somebody is signed in. */
export interface CallEngine
  extends Omit<CallActions, "running" | "incoming" | "onNotice" | "history" | "connectivity"> {
  /** Each frame about calls, and each refusal, after the list of calls took it. */
  received(frame: ServerFrame): void;
  /** Nobody is signed in any more: leaves nothing open. */
  close(): void;
}

export type OpenEngine = (context: EngineContext) => CallEngine;

/** Where the tab keeps the call that it is in, for a reload. */
export const KEPT_CALL = "chatcall.call";
