import type { Store } from "../observable.ts";
import type { Timers } from "../ports.ts";
import type { ClientFrame } from "../protocol.ts";
import { type SyncState, withoutEntry } from "./model.ts";

/** How long a missing change may still be on its way, in milliseconds. */
export const GAP_PATIENCE_MS = 1_000;
const LONGEST_MS = 30_000;
/** Asked so often about a conversation that is not held, there is none to be had. */
const ASKS_MAX = 5;

/**
 * Asks for what is missing where a gap does not close by itself: after a second, then less and less often. Of a
 * conversation that one was just removed from a late frame may have come: there is no answer to that, so it is dropped.
 */
export class GapWatch {
  readonly #timers: Timers;
  readonly #state: Store<SyncState>;
  readonly #send: (frame: ClientFrame) => boolean;
  readonly #asked = new Map<string, { times: number; next: number }>();
  #stopTimer: (() => void) | null = null;

  constructor(timers: Timers, state: Store<SyncState>, send: (frame: ClientFrame) => boolean) {
    this.#timers = timers;
    this.#state = state;
    this.#send = send;
  }

  /** Call after each frame. */
  look(): void {
    const { aside, syncing } = this.#state.get();
    for (const id of this.#asked.keys()) if (!aside.has(id)) this.#asked.delete(id);
    if (aside.size === 0 || syncing) {
      this.stop();
      return;
    }
    if (this.#stopTimer) return;
    const next = Math.min(...[...aside].map(([id, { since }]) => this.#dueAt(id, since)));
    this.#stopTimer = this.#timers.after(Math.max(next - this.#timers.now(), 1), () => this.#ask());
  }

  stop(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
  }

  #ask(): void {
    this.#stopTimer = null;
    const { aside, conversations, syncing } = this.#state.get();
    const now = this.#timers.now();
    for (const [conversationId, { since }] of aside) {
      if (syncing || this.#dueAt(conversationId, since) > now) continue;
      const times = (this.#asked.get(conversationId)?.times ?? 0) + 1;
      const entry = conversations.get(conversationId);
      if (!entry && times > ASKS_MAX) {
        this.#state.update((state) => ({ ...state, aside: withoutEntry(state.aside, conversationId) }));
        continue;
      }
      this.#send({ type: "sync.conversation", conversationId, change: entry?.change ?? 0 });
      this.#asked.set(conversationId, {
        times,
        next: now + Math.min(GAP_PATIENCE_MS * 2 ** times, LONGEST_MS),
      });
    }
    this.look();
  }

  #dueAt(id: string, since: number): number {
    return this.#asked.get(id)?.next ?? since + GAP_PATIENCE_MS;
  }
}
