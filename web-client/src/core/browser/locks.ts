import type { Locks, RandomPort, SettingsPort, Timers } from "../ports.ts";

/** The browser's own locks; it releases what a page held when that page is gone. */
export function webLocks(manager: LockManager): Locks {
  return {
    exclusive: (name, task) => manager.request(name, task) as ReturnType<typeof task>,
    hold: (name, gained) => {
      const waiting = new AbortController();
      let release = () => waiting.abort();
      const held = () =>
        new Promise<void>((resolve) => {
          release = resolve;
          gained();
        });
      // Called off while it waited: nothing to tell.
      manager.request(name, { signal: waiting.signal }, held).catch(() => {});
      return () => release();
    },
  };
}

const LEASE_MS = 90_000;
/** Well within the lease even where the browser slows the timers of hidden tabs down to one a minute. */
const RENEW_MS = 20_000;
const LOOK_MS = 2_000;
/** Two tabs that reach for a lease at once both see, after this, who wrote last. */
const SETTLE_MS = 60;

interface Lease {
  readonly holder: string;
  readonly until: number;
}

/**
 * Locks for pages that have none, which are those served without TLS: leases in the settings that all tabs share, given
 * back when the page goes. Not as strict as the browser's own; what they guard is safe to happen twice, only wasteful.
 */
export class LeaseLocks implements Locks {
  readonly #settings: SettingsPort;
  readonly #timers: Timers;
  readonly #random: RandomPort;
  readonly #releases = new Set<() => void>();

  constructor(settings: SettingsPort, timers: Timers, random: RandomPort) {
    this.#settings = settings;
    this.#timers = timers;
    this.#random = random;
  }

  exclusive<T>(name: string, task: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const release = this.hold(name, () => {
        task()
          .then(resolve, reject)
          .finally(() => release());
      });
    });
  }

  hold(name: string, gained: () => void): () => void {
    const key = `chatcall.lease.${name}`;
    const holder = this.#random.uuid();
    let stopTimer = () => {};
    const after = (milliseconds: number, run: () => void) => {
      stopTimer = this.#timers.after(milliseconds, run);
    };
    const take = () =>
      this.#settings.write(key, JSON.stringify({ holder, until: this.#timers.now() + LEASE_MS }));
    const mine = () => this.#read(key)?.holder === holder;
    const renew = () => {
      // A page that slept for long may have lost it to another.
      if (!mine()) return;
      take();
      after(RENEW_MS, renew);
    };
    const settle = () => {
      if (!mine()) return look();
      after(RENEW_MS, renew);
      gained();
    };
    const look = () => {
      const lease = this.#read(key);
      if (lease && lease.until > this.#timers.now()) return after(LOOK_MS, look);
      take();
      after(SETTLE_MS * (1 + this.#random.fraction()), settle);
    };
    const release = () => {
      stopTimer();
      if (mine()) this.#settings.write(key, null);
      this.#releases.delete(release);
    };
    this.#releases.add(release);
    look();
    return release;
  }

  /** Call when the page goes away. */
  releaseAll(): void {
    for (const release of [...this.#releases]) release();
  }

  #read(key: string): Lease | null {
    try {
      const lease = JSON.parse(this.#settings.read(key) ?? "null") as Lease | null;
      return lease && typeof lease.until === "number" ? lease : null;
    } catch {
      return null;
    }
  }
}
