import { createStore } from "../observable.ts";
import type { Timers } from "../ports.ts";
import type { Call, CallEvent, IceServer } from "../protocol.ts";
import { type Leg, type LegState, NO_TRACKS, type RemoteMedia, type SentTracks } from "./leg.ts";
import type { MediaPlatform } from "./platform.ts";
import type { Sample } from "./quality.ts";
import type { Asking } from "./requests.ts";
import { Room } from "./room.ts";
import { type Stat, sampleOf } from "./stats.ts";

/** Between two attempts to open a room, growing to the last. */
const OPEN_AGAIN_MS = [200, 400, 800, 1_500] as const;

export interface MediaServiceLegContext {
  readonly accountId: string;
  readonly endpointId: string;
  readonly platform: MediaPlatform;
  readonly timers: Timers;
  readonly asking: Asking;
  readonly iceServers: readonly IceServer[];
  /** A room could not be opened, and why; it is tried again. Null when it could. */
  refused(error: unknown): void;
}

/** Media through the server's media service. When its room is lost, another is opened and everything sent anew. */
export class MediaServiceLeg implements Leg {
  readonly route = "media_service";
  readonly state = createStore<LegState>("connecting");
  readonly remote = createStore<ReadonlyMap<string, RemoteMedia>>(new Map());
  readonly speaking = createStore<readonly string[]>([]);
  readonly #context: MediaServiceLegContext;
  readonly #widths = new Map<string, number>();
  #call: Call;
  #room: Room | null = null;
  #tracks: SentTracks = NO_TRACKS;
  #wasConnected = false;
  #tries = 0;
  /** Grows with each room, so that one that comes late is not taken. */
  #turn = 0;
  #opening = false;
  #stopAgain: () => void = () => {};
  #stops: (() => void)[] = [];
  #closed = false;

  constructor(context: MediaServiceLegContext, call: Call) {
    this.#context = context;
    this.#call = call;
    void this.#open();
  }

  update(call: Call): void {
    this.#call = call;
    this.#room?.update(call);
  }

  send(tracks: SentTracks): void {
    this.#tracks = tracks;
    this.#room?.send(tracks);
  }

  happened(event: CallEvent): void {
    if (event.type === "speaking") this.speaking.set(event.accountIds);
    if (event.type === "layer") this.#limit(event.producerId, event.spatialLayer);
    if (event.type === "room.lost") this.#begin();
  }

  lineBack(call: Call): void {
    this.update(call);
    // The server may have lost the room without being able to say so.
    const mine = call.participants.find(({ accountId }) => accountId === this.#context.accountId);
    const known = new Set(mine?.tracks.map(({ producerId }) => producerId));
    const sent = this.#room?.producers.ids;
    if (sent?.every((id) => known.has(id)) !== true) this.#begin();
    // Of who sends nothing the server has nothing to forget: asking for another way shows whether the room is there.
    else if (sent.length === 0 || this.state.get() !== "connected") this.#room?.restartIce();
  }

  networkChanged(): void {
    this.#room?.restartIce();
  }

  setTileSize(tileId: string, width: number): void {
    this.#widths.set(tileId, width);
    this.#room?.consumers.setTileSize(tileId, width);
  }

  async samples(): Promise<ReadonlyMap<string, Sample>> {
    const { accountId, timers } = this.#context;
    const room = this.#room;
    if (!room) return new Map();
    const counting = { at: timers.now(), way: "server" } as const;
    const stats = new Map<string, Stat[]>();
    for (const { accountId: of, consumer } of room.consumers.consumers) {
      const report = await consumer.getStats().catch(() => new Map());
      stats.set(of, [...(stats.get(of) ?? []), ...([...report.values()] as Stat[])]);
    }
    const others = [...stats].map(
      ([of, list]) => [of, sampleOf(list, { ...counting, picture: "in" })] as const,
    );
    const own = await room.sendStats().catch(() => []);
    return new Map([...others, [accountId, sampleOf(own, { ...counting, picture: "out" })]]);
  }

  close(): void {
    this.#closed = true;
    this.#drop();
  }

  /** @param wanted the highest layer that anybody wants, null for none */
  #limit(producerId: string, wanted: number | null): void {
    // While it rings nothing is held back: for who answers, layers that run are there at once, those that begin a
    // second later.
    if (wanted === null && this.#call.answeredAt === null) return;
    void this.#room?.producers.limit(producerId, wanted);
  }

  /** Begins again, at once. */
  #begin(): void {
    this.#tries = 0;
    this.#drop();
    void this.#open();
  }

  #drop(): void {
    this.#turn += 1;
    this.#opening = false;
    this.#stopAgain();
    for (const stop of this.#stops.splice(0)) stop();
    this.#room?.close();
    this.#room = null;
    this.#show();
  }

  async #open(): Promise<void> {
    if (this.#opening || this.#closed) return;
    this.#opening = true;
    const turn = this.#turn;
    const { endpointId } = this.#context;
    try {
      const room = await Room.open({
        ...this.#context,
        address: { callId: this.#call.id, endpointId },
        lost: () => {
          if (turn === this.#turn) this.#begin();
        },
      });
      if (turn === this.#turn) this.#use(room);
      else room.close();
    } catch (error) {
      if (turn === this.#turn) this.#openAgain(error);
    }
  }

  #openAgain(error: unknown): void {
    this.#opening = false;
    this.#context.refused(error);
    const delay = OPEN_AGAIN_MS[Math.min(this.#tries++, OPEN_AGAIN_MS.length - 1)] ?? 0;
    this.#stopAgain = this.#context.timers.after(delay, () => void this.#open());
  }

  #use(room: Room): void {
    this.#opening = false;
    this.#room = room;
    this.#context.refused(null);
    this.#stops = [
      room.state.subscribe(() => this.#show()),
      room.consumers.remote.subscribe(() => this.remote.set(room.consumers.remote.get())),
    ];
    for (const [tileId, width] of this.#widths) room.consumers.setTileSize(tileId, width);
    room.update(this.#call);
    room.send(this.#tracks);
    this.#show();
  }

  #show(): void {
    const state = this.#room?.state.get() ?? "connecting";
    if (state === "connected") {
      this.#tries = 0;
      this.#wasConnected = true;
    }
    this.state.set(state === "connected" ? state : this.#wasConnected ? "lost" : "connecting");
  }
}
