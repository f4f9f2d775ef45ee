import type { Observable } from "../observable.ts";
import type { Timers } from "../ports.ts";
import type { ClientFrame } from "../protocol.ts";
import type { SyncState } from "./model.ts";

/** How long a missing change may still be on its way, in milliseconds. */
export const GAP_PATIENCE_MS = 1_000;
const LONGEST_MS = 30_000;

/**
 * Asks for what is missing where a gap does not close by itself: after a second, then less and less often, since a
 * conversation that one was just removed from has no answer.
 */
export class GapWatch {
  readonly #timers: Timers;
  readonly #state: Observable<SyncState>;
  readonly #send: (frame: ClientFrame) => boolean;
  readonly #asked = new Map<string, { times: number; next: number }>();
  #stopTimer: (() => void) | null = null;

  constructor(timers: Timers, state: Observable<SyncState>, send: (frame: ClientFrame) => boolean) {
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
      this.#send({
        type: "sync.conversation",
        conversationId,
        change: conversations.get(conversationId)?.change ?? 0,
      });
      const times = (this.#asked.get(conversationId)?.times ?? 0) + 1;
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
