import { createStore } from "../observable.ts";
import type { Timers } from "../ports.ts";
import type { Call, CallEvent, CallRoute } from "../protocol.ts";
import { type Leg, type LegState, NO_TRACKS, othersIn, type RemoteMedia, type SentTracks } from "./leg.ts";
import type { Sample } from "./quality.ts";

/** How often the new way is looked at while both are open. */
const LOOK_EVERY_MS = 100;
/** Somebody may have nothing to send just then: a new way that stands for so long is good. */
const PATIENCE_MS = 4_000;
/** The other side changes over at its own pace, and hears of the old way until then. */
const OLD_WAY_STAYS_MS = 2_500;

export interface MediaView {
  readonly route: CallRoute;
  readonly state: LegState;
  readonly remote: ReadonlyMap<string, RemoteMedia>;
  readonly speaking: readonly string[];
}

export interface CallMediaContext {
  readonly accountId: string;
  readonly timers: Timers;
  makeLeg(call: Call): Leg;
}

interface Way {
  /** Of the call and its route: another needs another leg. */
  readonly key: string;
  readonly callId: string;
  readonly leg: Leg;
  readonly stop: () => void;
}

/** The media of one call, over whichever way it takes; changing the way leaves no gap. */
export class CallMedia {
  readonly view;
  readonly #context: CallMediaContext;
  #call: Call;
  #now: Way;
  /** Being built; takes over once media flows there. */
  #next: { readonly way: Way; connectedAt: number | null } | null = null;
  #tracks: SentTracks = NO_TRACKS;
  readonly #widths = new Map<string, number>();
  readonly #old = new Set<Way>();
  #stopLook: () => void = () => {};

  constructor(context: CallMediaContext, call: Call) {
    this.#context = context;
    this.#call = call;
    this.#now = this.#open(call);
    this.view = createStore<MediaView>(this.#look());
  }

  /** The call as it stands, or the one that goes on in its place. */
  follow(call: Call): void {
    this.#call = call;
    const key = keyOf(call);
    if (key === this.#now.key) {
      this.#dropNext();
      this.#now.leg.update(call);
    } else if (key === this.#next?.way.key) {
      this.#next.way.leg.update(call);
    } else {
      this.#dropNext();
      this.#next = { way: this.#open(call), connectedAt: null };
      this.#watch();
    }
  }

  lineBack(call: Call): void {
    this.follow(call);
    for (const { key, leg } of this.#ways()) if (key === keyOf(call)) leg.lineBack(call);
  }

  send(tracks: SentTracks): void {
    this.#tracks = tracks;
    for (const { leg } of [...this.#ways(), ...this.#old]) leg.send(tracks);
  }

  happened(callId: string, event: CallEvent): void {
    for (const way of this.#ways()) if (way.callId === callId) way.leg.happened(event);
  }

  networkChanged(): void {
    for (const { leg } of this.#ways()) leg.networkChanged();
  }

  setTileSize(tileId: string, width: number): void {
    this.#widths.set(tileId, width);
    for (const { leg } of this.#ways()) leg.setTileSize(tileId, width);
  }

  samples(): Promise<ReadonlyMap<string, Sample>> {
    return this.#now.leg.samples();
  }

  close(): void {
    this.#dropNext();
    for (const way of [this.#now, ...this.#old]) shut(way);
    this.#old.clear();
  }

  #ways(): readonly Way[] {
    return this.#next ? [this.#now, this.#next.way] : [this.#now];
  }

  #open(call: Call): Way {
    const leg = this.#context.makeLeg(call);
    for (const [tileId, width] of this.#widths) leg.setTileSize(tileId, width);
    leg.send(this.#tracks);
    leg.update(call);
    const show = () => {
      if (this.#now.leg === leg) this.view.set(this.#look());
    };
    const stops = [leg.state, leg.remote, leg.speaking].map((source) => source.subscribe(show));
    const stop = () => {
      for (const each of stops) each();
    };
    return { key: keyOf(call), callId: call.id, leg, stop };
  }

  #look(): MediaView {
    const { leg } = this.#now;
    return {
      route: leg.route,
      state: leg.state.get(),
      remote: leg.remote.get(),
      speaking: leg.speaking.get(),
    };
  }

  #watch(): void {
    this.#stopLook();
    this.#stopLook = this.#context.timers.after(LOOK_EVERY_MS, () => {
      const next = this.#next;
      if (!next) return;
      if (this.#isReady(next)) this.#changeOver(next.way);
      else this.#watch();
    });
  }

  #isReady(next: { readonly way: Way; connectedAt: number | null }): boolean {
    const { leg } = next.way;
    if (leg.state.get() !== "connected") return false;
    const now = this.#context.timers.now();
    next.connectedAt ??= now;
    if (this.#now.leg.state.get() !== "connected") return true;
    return flows(leg, this.#call, this.#context.accountId) || now - next.connectedAt >= PATIENCE_MS;
  }

  #changeOver(way: Way): void {
    const old = this.#now;
    this.#now = way;
    this.#next = null;
    this.#old.add(old);
    this.view.set(this.#look());
    this.#context.timers.after(OLD_WAY_STAYS_MS, () => {
      if (this.#old.delete(old)) shut(old);
    });
  }

  #dropNext(): void {
    this.#stopLook();
    if (this.#next) shut(this.#next.way);
    this.#next = null;
  }
}

const keyOf = ({ id, route }: Call) => `${id}/${route}`;

function shut({ leg, stop }: Way): void {
  stop();
  leg.close();
}

/** Whether everybody who speaks is heard that way. */
function flows(leg: Leg, call: Call, accountId: string): boolean {
  const remote = leg.remote.get();
  return othersIn(call, accountId)
    .filter(({ media, connected }) => media.microphone && connected)
    .every((other) => {
      const [track] = remote.get(other.accountId)?.microphone?.getAudioTracks() ?? [];
      return track !== undefined && !track.muted;
    });
}
