import type { Observable } from "../observable.ts";
import type { Call, IceServer } from "../protocol.ts";
import type { DirectLeg } from "./directLeg.ts";
import type { Asking } from "./requests.ts";

export interface PreparedLegContext {
  readonly asking: Asking;
  readonly incoming: Observable<readonly Call[]>;
  /** A call already goes on in this tab. */
  busy(): boolean;
  uuid(): string;
  makeLeg(endpointId: string, iceServers: readonly IceServer[]): DirectLeg;
  /** Fetches what group calls need. */
  prefetch(): void;
}

export interface Prepared {
  readonly callId: string;
  readonly endpointId: string;
  readonly leg: DirectLeg | null;
}

/** While it rings, gets the way ready that the media will take, so that accepting shows a picture at once. */
export class PreparedLeg {
  readonly #context: PreparedLegContext;
  readonly #stop: () => void;
  #held: Prepared | null = null;

  constructor(context: PreparedLegContext) {
    this.#context = context;
    this.#stop = context.incoming.subscribe(() => this.#look());
    this.#look();
  }

  /** Hands over what is ready for a call, if anything is. */
  take(callId: string): Prepared | null {
    const held = this.#held?.callId === callId ? this.#held : null;
    if (held) this.#held = null;
    return held;
  }

  close(): void {
    this.#stop();
    this.#drop();
  }

  #look(): void {
    const incoming = this.#context.incoming.get();
    if (this.#held && !incoming.some(({ id }) => id === this.#held?.callId)) this.#drop();
    const [call] = incoming;
    if (!call || this.#held || this.#context.busy()) return;
    this.#held = { callId: call.id, endpointId: this.#context.uuid(), leg: null };
    if (call.route === "direct") void this.#prepare(this.#held);
    else this.#context.prefetch();
  }

  async #prepare(held: Prepared): Promise<void> {
    // Without servers it begins when it is accepted.
    const answer = await this.#context.asking.ask({ type: "ice_servers" }).catch(() => null);
    if (!answer || this.#held !== held) return;
    this.#held = { ...held, leg: this.#context.makeLeg(held.endpointId, answer.iceServers) };
  }

  #drop(): void {
    this.#held?.leg?.close();
    this.#held = null;
  }
}
