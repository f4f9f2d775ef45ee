import type { ClientFrame } from "../protocol.ts";
import { LIMITS } from "../protocol.ts";

/** Tells the server whose presence is on screen. */
export class PresenceWatch {
  readonly #send: (frame: ClientFrame) => boolean;
  #watched: readonly string[] = [];

  constructor(send: (frame: ClientFrame) => boolean) {
    this.#send = send;
  }

  watch(accountIds: readonly string[]): void {
    const wanted = [...new Set(accountIds)].sort().slice(0, LIMITS.WATCHED_PEOPLE_MAX);
    if (wanted.join() === this.#watched.join()) return;
    this.#watched = wanted;
    this.#say();
  }

  /** A new line knows of nobody. */
  synced(): void {
    if (this.#watched.length) this.#say();
  }

  clear(): void {
    this.#watched = [];
  }

  #say(): void {
    this.#send({ type: "presence.watch", accountIds: [...this.#watched] });
  }
}
