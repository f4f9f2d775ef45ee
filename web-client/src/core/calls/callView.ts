import { createStore, type Store } from "../observable.ts";
import type { Timers } from "../ports.ts";
import type { QualityCause } from "../protocol.ts";
import { type CallParts, currentCallOf } from "./currentCall.ts";
import { LinkWatch } from "./linkWatch.ts";
import type { LocalMedia } from "./localMedia.ts";
import { OwnStreams } from "./ownStreams.ts";
import type { MediaPlatform } from "./platform.ts";
import type { Sample } from "./quality.ts";
import { Reactions } from "./reactions.ts";
import type { CurrentCall, LinkQuality } from "./types.ts";

const SPEAKING_EVERY_MS = 250;

export interface CallViewContext {
  readonly accountId: string;
  readonly local: LocalMedia;
  readonly platform: MediaPlatform;
  readonly timers: Timers;
  samples(): Promise<ReadonlyMap<string, Sample>>;
  /** What the session knows. */
  standing(): Pick<CallParts, "call" | "ending" | "media" | "hand" | "line" | "unserved">;
}

/** What is shown of a call: what the session knows, with what is measured and what lasts only for a moment. */
export class CallView {
  readonly state: Store<CurrentCall>;
  readonly reactions: Reactions;
  readonly #context: CallViewContext;
  readonly #links: LinkWatch;
  readonly #streams: OwnStreams;
  readonly #stopReactions: () => void;
  #measured: ReadonlyMap<string, LinkQuality> = new Map();
  #connectedAt: number | null = null;
  #stopSpeaking: () => void = () => {};

  constructor(context: CallViewContext) {
    this.#context = context;
    const { accountId, timers, platform } = context;
    this.#streams = new OwnStreams((tracks) => platform.stream(tracks));
    this.reactions = new Reactions(timers);
    this.#links = new LinkWatch(
      accountId,
      timers,
      () => context.samples(),
      (links) => {
        this.#measured = links;
        this.show();
      },
    );
    this.state = createStore(this.#look(null));
    this.#stopReactions = this.reactions.list.subscribe(() => this.show());
    this.#listen();
  }

  /** Looks at everything anew. */
  show(): void {
    const next = this.#look(this.state.get());
    this.#connectedAt = next.connectedAt;
    this.state.set(next);
  }

  /** How long media has flowed, in milliseconds. */
  durationMs(): number {
    return this.#connectedAt === null ? 0 : this.#context.timers.now() - this.#connectedAt;
  }

  /** Why the call was bad so far, null when it was not. */
  cause(): QualityCause | null {
    return this.#links.cause();
  }

  /** Measures no more. What is shown stays. */
  close(): void {
    this.#links.close();
    this.#stopSpeaking();
    this.#stopReactions();
  }

  /** Others are heard by what the leg says; oneself, in a direct call, by one's own microphone. */
  #listen(): void {
    this.#stopSpeaking = this.#context.timers.after(SPEAKING_EVERY_MS, () => {
      this.show();
      this.#listen();
    });
  }

  #look(before: CurrentCall | null): CurrentCall {
    const { accountId, local, timers } = this.#context;
    const state = local.state.get();
    const parts = {
      ...this.#context.standing(),
      accountId,
      local: state,
      connectedAt: this.#connectedAt,
      links: this.#measured,
      reactions: this.reactions.list.get(),
      camera: this.#streams.of(state.tracks.camera),
      screen: this.#streams.of(state.tracks.screen),
      ownLevel: () => local.level(),
      now: timers.now(),
    };
    return currentCallOf(parts, before);
  }
}
