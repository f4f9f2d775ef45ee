import { shallowEqual } from "../observable.ts";
import type { SettingsPort } from "../ports.ts";
import type { MediaState } from "../protocol.ts";
import { keepCall } from "./keptCall.ts";
import type { LocalMedia } from "./localMedia.ts";
import type { Asking } from "./requests.ts";

export interface MediaTellerContext {
  readonly accountId: string;
  readonly endpointId: string;
  readonly asking: Asking;
  readonly settings: SettingsPort;
  readonly local: LocalMedia;
  callId(): string;
}

/** Tells the others of one's microphone, camera, screen and hand, and keeps it for a reload. */
export class MediaTeller {
  readonly #context: MediaTellerContext;
  #told: MediaState;
  #hand: boolean;
  /** The devices are there, or it is known why not; before, the others go by what was wished. */
  #ready = false;

  constructor(context: MediaTellerContext, told: MediaState) {
    this.#context = context;
    this.#told = told;
    this.#hand = told.hand;
  }

  get hand(): boolean {
    return this.#hand;
  }

  raise(hand: boolean): void {
    this.#hand = hand;
    this.tell();
  }

  ready(): void {
    this.#ready = true;
    this.tell();
  }

  /** As it is now, to be told with something else. */
  take(): MediaState {
    const media = this.#now();
    this.#told = media;
    return media;
  }

  tell(): void {
    if (!this.#ready || shallowEqual(this.#now(), this.#told)) return;
    const { asking, endpointId } = this.#context;
    const media = this.take();
    this.keep();
    // A refusal means that one is not in the call any more, which is told on its own.
    asking.ask({ type: "media", callId: this.#context.callId(), endpointId, media }).catch(() => {});
  }

  keep(): void {
    const { accountId, endpointId, settings } = this.#context;
    const { microphone, camera } = this.#told;
    const callId = this.#context.callId();
    keepCall(settings, { accountId, endpointId, callId, choice: { microphone, camera } });
  }

  forget(): void {
    keepCall(this.#context.settings, null);
  }

  #now(): MediaState {
    if (!this.#ready) return { ...this.#told, hand: this.#hand };
    return { ...this.#context.local.state.get().on, hand: this.#hand };
  }
}
