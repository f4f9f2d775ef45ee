import { createStore } from "../observable.ts";
import type { Timers } from "../ports.ts";
import type { CurrentCall } from "./types.ts";

/** How long a reaction is shown. */
const SHOWN_MS = 4_000;

/** Reactions come and go. */
export class Reactions {
  readonly list = createStore<CurrentCall["reactions"]>([]);
  readonly #timers: Timers;
  #key = 0;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  add(accountId: string, emoji: string): void {
    const key = this.#key++;
    this.list.update((list) => [...list, { key, accountId, emoji }]);
    this.#timers.after(SHOWN_MS, () =>
      this.list.update((list) => list.filter((reaction) => reaction.key !== key)),
    );
  }
}
