import { createStore, type Store } from "../observable.ts";
import type { SettingsPort, Timers } from "../ports.ts";
import { withEntry, withoutEntry } from "../sync/model.ts";

/** Typing pauses so long before a draft is kept, in milliseconds. */
const KEEP_AFTER_MS = 400;

type Texts = ReadonlyMap<string, string>;

/**
 * What was written and not sent, by conversation; survives a reload. Kept where writing is done at once: a database
 * forgets now and then what a page asks of it while it goes away, and that is when there is something to keep.
 */
export class Drafts {
  readonly state: Store<Texts> = createStore<Texts>(new Map());
  readonly #settings: SettingsPort;
  readonly #timers: Timers;
  readonly #changed = new Set<string>();
  #accountId = "";
  #stopTimer: () => void = () => {};

  constructor(settings: SettingsPort, timers: Timers) {
    this.#settings = settings;
    this.#timers = timers;
  }

  begin(accountId: string): void {
    this.#accountId = accountId;
    this.state.set(this.#kept());
  }

  /** Keeps what is not kept yet, and forgets it here. */
  end(): void {
    this.keep();
    this.#accountId = "";
    this.state.set(new Map());
  }

  /** Forgets what is kept as well. */
  forget(): void {
    this.#changed.clear();
    if (this.#accountId !== "") this.#settings.write(this.#key, null);
  }

  set(conversationId: string, text: string): void {
    this.state.update((drafts) => changed(drafts, conversationId, text));
    this.#changed.add(conversationId);
    this.#stopTimer();
    this.#stopTimer = this.#timers.after(KEEP_AFTER_MS, () => this.keep());
  }

  /** Call when the page may go away. What other tabs wrote in other conversations stays. */
  keep(): void {
    this.#stopTimer();
    if (this.#accountId === "" || this.#changed.size === 0) return;
    let drafts = this.#kept();
    for (const id of this.#changed) drafts = changed(drafts, id, this.state.get().get(id) ?? "");
    this.#changed.clear();
    this.#settings.write(this.#key, drafts.size === 0 ? null : JSON.stringify([...drafts]));
  }

  get #key(): string {
    return `chatcall.drafts.${this.#accountId}`;
  }

  /** Nonsense, such as another version of the program may have left, is no draft. */
  #kept(): Texts {
    try {
      const entries: unknown = JSON.parse(this.#settings.read(this.#key) ?? "[]");
      return new Map(Array.isArray(entries) ? entries.filter(isDraft) : []);
    } catch {
      return new Map();
    }
  }
}

function changed(drafts: Texts, id: string, text: string): Texts {
  return text === "" ? withoutEntry(drafts, id) : withEntry(drafts, id, text);
}

function isDraft(entry: unknown): entry is [string, string] {
  return Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === "string");
}
