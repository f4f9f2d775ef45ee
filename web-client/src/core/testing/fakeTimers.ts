import type { Timers } from "../ports.ts";

/** A clock that stands still until it is moved. */
export class FakeTimers implements Timers {
  #now: number;
  #next = 0;
  readonly #waiting = new Map<number, { at: number; run: () => void }>();

  constructor(now = 1_750_000_000_000) {
    this.#now = now;
  }

  /** How many wait for their time. */
  get waiting(): number {
    return this.#waiting.size;
  }

  now = (): number => this.#now;

  after = (milliseconds: number, run: () => void): (() => void) => {
    const id = this.#next++;
    this.#waiting.set(id, { at: this.#now + milliseconds, run });
    return () => this.#waiting.delete(id);
  };

  /** Moves on, and runs what is due on the way in its order. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const [next] = [...this.#waiting]
        .filter(([, { at }]) => at <= end)
        .sort(([a, x], [b, y]) => x.at - y.at || a - b);
      if (!next) break;
      const [id, { at, run }] = next;
      this.#waiting.delete(id);
      this.#now = Math.max(this.#now, at);
      run();
    }
    this.#now = end;
  }
}

/** Lets everything happen that only waits for promises. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
