import type { OpenApi } from "../http/api.ts";
import type { AccessRenewal } from "../http/requester.ts";
import type { Locks, SettingsPort, Timers } from "../ports.ts";
import type { SignedIn } from "../protocol.ts";
import { ApiError } from "../types.ts";

const KEY = "chatcall.access-until";
/** Renewed this long before its end, so that a reconnect never meets a dead token. */
const AHEAD_MS = 60_000;
/** At most so often, whatever the clocks say. */
const SELDOM_MS = 30_000;

/**
 * Keeps the access token fresh. The token itself is in a cookie that no script sees; known is only when it ends, and
 * all tabs know it together. A refresh token is good for one use, so one tab at a time renews, and the others see that
 * it was done.
 */
export class Access implements AccessRenewal {
  readonly #api: OpenApi;
  readonly #locks: Locks;
  readonly #settings: SettingsPort;
  readonly #timers: Timers;
  readonly #ended: () => void;
  #stopTimer: () => void = () => {};

  /** @param ended called when the session turns out to be over */
  constructor(api: OpenApi, locks: Locks, settings: SettingsPort, timers: Timers, ended: () => void) {
    this.#api = api;
    this.#locks = locks;
    this.#settings = settings;
    this.#timers = timers;
    this.#ended = ended;
  }

  current(): number | null {
    const kept = Number(this.#settings.read(KEY) ?? Number.NaN);
    return Number.isFinite(kept) ? kept : null;
  }

  /** Takes note of a token that the server just gave. */
  given(signedIn: SignedIn, date: number | null): void {
    const now = this.#timers.now();
    // By this device's clock, which may differ from the server's.
    const until = now + signedIn.accessExpiresAt - (date ?? now);
    this.#settings.write(KEY, String(until));
  }

  over(): void {
    this.#ended();
  }

  forget(): void {
    this.#stopTimer();
    this.#settings.write(KEY, null);
  }

  async renew(used: number | null): Promise<void> {
    await this.#locks.exclusive("chatcall.refresh", async () => {
      const known = this.current();
      if (known !== null && known !== used && known > this.#timers.now()) return;
      try {
        const { value, date } = await this.#api.refresh();
        this.given(value, date);
      } catch (error) {
        if (error instanceof ApiError && error.code.startsWith("auth.")) this.#ended();
        throw error;
      }
    });
  }

  /** Renews ahead of time from now on, in whichever tab comes first. */
  keepFresh(): void {
    this.#stopTimer();
    const left = (this.current() ?? 0) - AHEAD_MS - this.#timers.now();
    this.#stopTimer = this.#timers.after(Math.max(left, SELDOM_MS), () => void this.#renewAhead());
  }

  /** Stops renewing by itself. */
  rest(): void {
    this.#stopTimer();
  }

  async #renewAhead(): Promise<void> {
    const known = this.current();
    const dueBy = this.#timers.now() + AHEAD_MS;
    try {
      if (known === null || known <= dueBy) await this.renew(known);
      this.keepFresh();
    } catch (error) {
      // Out of reach: what asks next renews. Ended: said already.
      if (error instanceof ApiError && !error.code.startsWith("auth.")) this.keepFresh();
    }
  }
}
