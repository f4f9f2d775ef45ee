import { createStore } from "../observable.ts";
import type { Timers } from "../ports.ts";
import type { Call, CallEvent, IceServer, Signal } from "../protocol.ts";
import {
  type Leg,
  type LegEvents,
  type LegState,
  NO_TRACKS,
  othersIn,
  type RemoteMedia,
  type SentTracks,
} from "./leg.ts";
import { type Candidate, PeerLink } from "./peerLink.ts";
import type { MediaPlatform } from "./platform.ts";
import type { Sample } from "./quality.ts";
import type { Asking } from "./requests.ts";
import { sessionOf } from "./sdp.ts";
import { type Stat, sampleOf } from "./stats.ts";

/** Without a way after so long, another must be found: at first … */
const NO_WAY_MS = 8_000;
/** … and after one that was there is lost, when restarts had their chance. */
const LOST_WAY_MS = 12_000;
/** A way that stutters often heals by itself. */
const HEAL_MS = 2_000;
/** Between two attempts to find another way. */
const RESTART_EVERY_MS = 4_000;
const SPEAKING_EVERY_MS = 250;
/** Loudness (linear) from which somebody is heard. */
const HEARD_LEVEL = 0.015;

export interface DirectLegContext {
  readonly accountId: string;
  readonly endpointId: string;
  readonly platform: MediaPlatform;
  readonly timers: Timers;
  readonly asking: Asking;
  readonly iceServers: readonly IceServer[];
  readonly events: LegEvents;
}

/**
 * Media straight between two people. Who comes into the call offers, who is in it answers: so a reloaded page is met
 * like a new one. Where both offer, the one with the larger endpoint id gives way (perfect negotiation).
 */
export class DirectLeg implements Leg {
  readonly route = "direct";
  readonly state = createStore<LegState>("waiting");
  readonly remote = createStore<ReadonlyMap<string, RemoteMedia>>(new Map());
  readonly speaking = createStore<readonly string[]>([]);
  readonly #context: DirectLegContext;
  #link: PeerLink;
  #callId: string | null = null;
  #peer: { readonly accountId: string; readonly endpointId: string } | null = null;
  #tracks: SentTracks = NO_TRACKS;
  /** Said before it was known to whom. */
  #unsaid: Signal[] = [];
  #turn: Promise<void> = Promise.resolve();
  #wasConnected = false;
  #stopWay: () => void = () => {};
  #stopRestart: () => void = () => {};
  #stopListening: () => void = () => {};
  #closed = false;

  /** @param offers whether one comes into the call; it can then be prepared while it rings */
  constructor(context: DirectLegContext, offers: boolean) {
    this.#context = context;
    this.#link = this.#newLink([]);
    if (offers) this.#inTurn(() => this.#offer());
    this.#listen();
  }

  update(call: Call): void {
    this.#callId = call.id;
    const [other] = othersIn(call, this.#context.accountId);
    if (!other?.endpointId || other.endpointId === this.#peer?.endpointId) return;
    const first = this.#peer === null;
    this.#peer = { accountId: other.accountId, endpointId: other.endpointId };
    if (!first) this.#unsaid = [];
    for (const signal of this.#unsaid.splice(0)) this.#say(signal);
    this.#changed();
    this.#awaitWay(this.#wasConnected ? LOST_WAY_MS : NO_WAY_MS);
  }

  send(tracks: SentTracks): void {
    this.#tracks = tracks;
    this.#inTurn(() => this.#link.send(tracks));
  }

  happened(event: CallEvent): void {
    if (event.type !== "signal") return;
    const { signal } = event;
    this.#inTurn(() => this.#heard(signal));
  }

  lineBack(call: Call): void {
    this.update(call);
    if (this.#peer && this.#link.state !== "connected") this.#restart();
  }

  networkChanged(): void {
    if (this.#peer) this.#restart();
  }

  setTileSize(): void {}

  async samples(): Promise<ReadonlyMap<string, Sample>> {
    const { accountId, timers } = this.#context;
    if (!this.#peer) return new Map();
    const stats = [...(await this.#link.stats()).values()] as Stat[];
    const counting = { at: timers.now(), way: null } as const;
    return new Map([
      [this.#peer.accountId, sampleOf(stats, { ...counting, picture: "in" })],
      [accountId, sampleOf(stats, { ...counting, picture: "out" })],
    ]);
  }

  close(): void {
    this.#closed = true;
    this.#stopWay();
    this.#stopRestart();
    this.#stopListening();
    this.#link.close();
  }

  #newLink(early: readonly Candidate[]): PeerLink {
    const { platform, iceServers } = this.#context;
    const link: PeerLink = new PeerLink(platform, iceServers, this.#tracks, early, {
      candidate: (candidate) => {
        if (link === this.#link) this.#say(candidate);
      },
      changed: () => {
        if (link === this.#link) this.#changed();
      },
    });
    return link;
  }

  /** The other side is not the one that the connection was made with: begins anew. */
  #renew(): void {
    const { early } = this.#link;
    this.#link.close();
    this.#unsaid = [];
    this.#link = this.#newLink(early);
  }

  /** One after the other; what fails is found out by the watch over the way. */
  #inTurn(task: () => Promise<void>): void {
    this.#turn = this.#turn.then(async () => {
      if (this.#closed) return;
      await task().catch(() => {
        if (!this.#closed) this.#restartLater(HEAL_MS);
      });
    });
  }

  async #offer(): Promise<void> {
    const sdp = await this.#link.offer();
    this.#say({ type: "description", kind: "offer", sdp });
    this.#changed();
  }

  async #heard(signal: Signal): Promise<void> {
    if (signal.type === "candidate") await this.#link.add(signal);
    else if (signal.kind === "offer") await this.#offered(signal.sdp);
    else if (signal.kind === "answer") await this.#answered(signal.sdp);
  }

  async #offered(sdp: string): Promise<void> {
    const { endpointId } = this.#context;
    const polite = this.#peer === null || endpointId > this.#peer.endpointId;
    if (this.#link.offering && !polite) return;
    const known = this.#link.remoteSession;
    // An offer of one's own that was never answered made lines that another offer's would not fit.
    if (known === null ? this.#link.offering : known !== sessionOf(sdp)) this.#renew();
    const answer = await this.#link.accept(sdp);
    this.#say({ type: "description", kind: "answer", sdp: answer });
    this.#changed();
  }

  async #answered(sdp: string): Promise<void> {
    const known = this.#link.remoteSession;
    if (known !== null && known !== sessionOf(sdp)) {
      this.#renew();
      await this.#offer();
    } else {
      await this.#link.answered(sdp);
      this.#changed();
    }
  }

  #say(signal: Signal): void {
    const { asking, endpointId } = this.#context;
    if (!this.#peer || !this.#callId) {
      this.#unsaid.push(signal);
      return;
    }
    const to = this.#peer.endpointId;
    asking.ask({ type: "signal", callId: this.#callId, endpointId, to, signal }).catch(() => {
      // The other may be away just then; a candidate alone is rarely missed, a description always.
      if (signal.type === "description" && !this.#closed) this.#restartLater(HEAL_MS);
    });
  }

  #changed(): void {
    const { state } = this.#link;
    if (!this.#peer) return;
    this.remote.set(new Map([[this.#peer.accountId, this.#link.media]]));
    if (state === "connected") {
      this.#wasConnected = true;
      this.#stopWay();
      this.#stopRestart();
      this.state.set("connected");
      return;
    }
    if (this.state.get() === "connected") this.#awaitWay(LOST_WAY_MS);
    this.state.set(this.#wasConnected ? "lost" : "connecting");
    if (state === "disconnected") this.#restartLater(HEAL_MS);
    if (state === "failed") this.#restart();
  }

  #awaitWay(milliseconds: number): void {
    this.#stopWay();
    this.#stopWay = this.#context.timers.after(milliseconds, () => {
      if (this.#link.state === "connected") return;
      this.#context.events.noWay();
      // Where there is no other way, or what was said about this one got lost.
      this.#restart();
      this.#awaitWay(LOST_WAY_MS);
    });
  }

  #restartLater(milliseconds: number): void {
    this.#stopRestart();
    this.#stopRestart = this.#context.timers.after(milliseconds, () => {
      if (this.#link.state !== "connected") this.#restart();
    });
  }

  /** Looks for another way, with fresh TURN credentials where there are any to be had. */
  #restart(): void {
    this.#restartLater(RESTART_EVERY_MS);
    this.#inTurn(async () => {
      const { asking } = this.#context;
      const fresh = await asking.ask({ type: "ice_servers" }).catch(() => null);
      if (fresh && !this.#closed) this.#link.setIceServers(fresh.iceServers);
      if (!this.#closed) await this.#offer();
    });
  }

  #listen(): void {
    this.#stopListening = this.#context.timers.after(SPEAKING_EVERY_MS, () => {
      const heard = this.#peer && this.#link.level() > HEARD_LEVEL ? [this.#peer.accountId] : [];
      if (heard.length !== this.speaking.get().length) this.speaking.set(heard);
      this.#listen();
    });
  }
}
