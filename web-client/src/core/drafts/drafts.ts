import { createStore, type Store } from "../observable.ts";
import type { AccountStorage, Timers } from "../ports.ts";
import { withEntry, withoutEntry } from "../sync/model.ts";

/** Typing pauses so long before a draft is kept, in milliseconds. */
const KEEP_AFTER_MS = 400;

/** What was written and not sent, by conversation; survives a reload. */
export class Drafts {
  readonly state: Store<ReadonlyMap<string, string>> = createStore<ReadonlyMap<string, string>>(new Map());
  readonly #timers: Timers;
  readonly #changed = new Set<string>();
  #storage: AccountStorage | null = null;
  #stopTimer: () => void = () => {};

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  async begin(storage: AccountStorage): Promise<void> {
    this.#storage = storage;
    const kept = await storage.drafts().catch(() => new Map<string, string>());
    if (this.#storage !== storage) return;
    // What was typed before this was read is newer.
    this.state.update((typed) => new Map([...kept, ...typed]));
  }

  /** Keeps what is not kept yet, and forgets it here. */
  end(): void {
    this.keep();
    this.#storage = null;
    this.state.set(new Map());
  }

  set(conversationId: string, text: string): void {
    this.state.update((drafts) =>
      text === "" ? withoutEntry(drafts, conversationId) : withEntry(drafts, conversationId, text),
    );
    this.#changed.add(conversationId);
    this.#stopTimer();
    this.#stopTimer = this.#timers.after(KEEP_AFTER_MS, () => this.keep());
  }

  /** Call when the page may go away. */
  keep(): void {
    this.#stopTimer();
    for (const id of this.#changed) {
      this.#storage?.setDraft(id, this.state.get().get(id) ?? "").catch(() => {});
    }
    this.#changed.clear();
  }
}
