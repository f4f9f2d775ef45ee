import type { Timers } from "../ports.ts";
import type { ClientFrame } from "../protocol.ts";

/** Others show it for six seconds; saying it again every three keeps it up. */
const SAY_EVERY_MS = 3_000;

/** Says that the person types, seldom enough. */
export class TypingTeller {
  readonly #timers: Timers;
  readonly #send: (frame: ClientFrame) => boolean;
  /** Where and when it was last said. */
  #said: { readonly conversationId: string; readonly at: number } | null = null;

  constructor(timers: Timers, send: (frame: ClientFrame) => boolean) {
    this.#timers = timers;
    this.#send = send;
  }

  set(conversationId: string, typing: boolean): void {
    const now = this.#timers.now();
    const said = this.#said;
    const here = said?.conversationId === conversationId;
    if (said && !(here && typing)) {
      this.#said = null;
      this.#send({ type: "typing.set", conversationId: said.conversationId, typing: false });
    }
    if (!typing || (here && said && now - said.at < SAY_EVERY_MS)) return;
    if (this.#send({ type: "typing.set", conversationId, typing: true }))
      this.#said = { conversationId, at: now };
  }

  /** A message went out: nobody needs to be told that typing is over. */
  sent(conversationId: string): void {
    if (this.#said?.conversationId === conversationId) this.#said = null;
  }
}
