import type { Timers } from "../ports.ts";
import type { Call, IceServer } from "../protocol.ts";
import type { CallSession } from "./callSession.ts";
import { DirectLeg } from "./directLeg.ts";
import { type Leg, othersIn } from "./leg.ts";
import { MediaServiceLeg } from "./mediaServiceLeg.ts";
import type { MediaPlatform } from "./platform.ts";
import type { Asking } from "./requests.ts";

export interface LegMakerContext {
  readonly accountId: string;
  readonly platform: MediaPlatform;
  readonly timers: Timers;
  readonly asking: Asking;
  /** The call that this tab is in. */
  session(): CallSession | null;
}

export interface LegPlace {
  readonly endpointId: string;
  readonly iceServers: readonly IceServer[];
}

/** Makes the leg that a call's route asks for. */
export class LegMaker {
  readonly #context: LegMakerContext;

  constructor(context: LegMakerContext) {
    this.#context = context;
  }

  direct(place: LegPlace, offers: boolean): DirectLeg {
    const events = { noWay: () => void this.#context.session()?.useMediaService() };
    return new DirectLeg({ ...this.#context, ...place, events }, offers);
  }

  /** @param ready a direct leg that was prepared for the first call; used or closed */
  makerFor(place: LegPlace, ready: DirectLeg | null): (call: Call, session: CallSession) => Leg {
    let prepared = ready;
    return (call, session) => {
      const taken = prepared;
      prepared = null;
      if (call.route === "direct") {
        // Who finds somebody there comes in, and offers.
        return taken ?? this.direct(place, othersIn(call, this.#context.accountId).length > 0);
      }
      taken?.close();
      const refused = (error: unknown) => session.serviceRefused(error);
      return new MediaServiceLeg({ ...this.#context, ...place, refused }, call);
    };
  }
}
