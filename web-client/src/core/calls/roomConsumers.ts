import type { types } from "mediasoup-client";
import { createStore } from "../observable.ts";
import type { Timers } from "../ports.ts";
import type { Call, TrackSource } from "../protocol.ts";
import { type Wanted, wantedFor } from "./layers.ts";
import { NO_MEDIA, othersIn, type RemoteMedia } from "./leg.ts";
import type { MediaPlatform } from "./platform.ts";
import type { AnswerTo, Asking } from "./requests.ts";
import type { RoomAddress } from "./roomProducers.ts";
import { screenTileId } from "./tiles.ts";

/** Sizes that come while the screen is laid out anew are taken once it is still. */
const SETTLE_MS = 200;
/** What could not be received is tried again after this, while it is there. */
const RETRY_MS = 1_000;
/** The audio is always in the smallest and only layer. */
const AUDIO: Wanted = { paused: false, spatialLayer: 0 };

interface Source {
  readonly accountId: string;
  readonly source: TrackSource;
}

interface Receiving extends Source {
  readonly consumer: types.Consumer;
  readonly stream: MediaStream;
  /** As the media service was told last. */
  told: Wanted | null;
}

export interface RoomConsumersContext {
  readonly accountId: string;
  readonly platform: MediaPlatform;
  readonly timers: Timers;
  readonly asking: Asking;
  readonly address: RoomAddress;
}

/** What one receives of a room: every track of everybody else, as large as it is drawn. */
export class RoomConsumers {
  readonly remote = createStore<ReadonlyMap<string, RemoteMedia>>(new Map());
  readonly #context: RoomConsumersContext;
  readonly #transport: types.Transport;
  readonly #capabilities: string;
  readonly #receiving = new Map<string, Receiving>();
  readonly #opening = new Set<string>();
  readonly #widths = new Map<string, number>();
  #wanted: ReadonlyMap<string, Source> = new Map();
  #stopSettle: () => void = () => {};
  #stopRetry: () => void = () => {};
  #closed = false;

  constructor(
    context: RoomConsumersContext,
    transport: types.Transport,
    capabilities: types.RtpCapabilities,
  ) {
    this.#context = context;
    this.#transport = transport;
    this.#capabilities = JSON.stringify(capabilities);
  }

  get consumers(): readonly (Source & { readonly consumer: types.Consumer })[] {
    return [...this.#receiving.values()];
  }

  update(call: Call): void {
    const others = othersIn(call, this.#context.accountId);
    this.#wanted = new Map(
      others.flatMap(({ accountId, tracks }) =>
        tracks.map(({ producerId, source }) => [producerId, { accountId, source }] as const),
      ),
    );
    for (const [producerId, { consumer }] of [...this.#receiving]) {
      if (this.#wanted.has(producerId)) continue;
      consumer.close();
      this.#receiving.delete(producerId);
    }
    this.#show();
    this.#openMissing();
  }

  setTileSize(tileId: string, width: number): void {
    if (this.#widths.get(tileId) === width) return;
    this.#widths.set(tileId, width);
    this.#stopSettle();
    this.#stopSettle = this.#context.timers.after(SETTLE_MS, () => {
      for (const receiving of this.#receiving.values()) this.#tell(receiving);
    });
  }

  close(): void {
    this.#closed = true;
    this.#stopSettle();
    this.#stopRetry();
    for (const { consumer } of this.#receiving.values()) consumer.close();
  }

  #openMissing(): void {
    const missing = [...this.#wanted].filter(
      ([producerId]) => !this.#receiving.has(producerId) && !this.#opening.has(producerId),
    );
    const asked = missing.map(([producerId]) => {
      this.#opening.add(producerId);
      return this.#ask(producerId);
    });
    // What came together is negotiated together: a room of many would otherwise negotiate as many times.
    const allAsked = Promise.allSettled(asked);
    for (const [at, [producerId, source]] of missing.entries()) {
      allAsked
        .then(() => asked[at])
        .then((opened) => opened && this.#open(opened, source))
        .catch(() => this.#retryLater())
        .finally(() => this.#opening.delete(producerId));
    }
  }

  /** Mostly it went away just now, and the next state of the call says so. */
  #retryLater(): void {
    this.#stopRetry();
    this.#stopRetry = this.#context.timers.after(RETRY_MS, () => {
      if (!this.#closed) this.#openMissing();
    });
  }

  #ask(producerId: string): Promise<AnswerTo<"consumer.open">> {
    const { asking, address } = this.#context;
    return asking.ask({
      type: "consumer.open",
      ...address,
      transportId: this.#transport.id,
      producerId,
      rtpCapabilities: this.#capabilities,
    });
  }

  async #open(opened: AnswerTo<"consumer.open">, source: Source): Promise<void> {
    const { consumerId, producerId, kind, rtpParameters } = opened;
    const { platform } = this.#context;
    const consumer = await this.#transport.consume({
      id: consumerId,
      producerId,
      kind: kind as types.MediaKind,
      rtpParameters: JSON.parse(rtpParameters) as types.RtpParameters,
      // Sound and picture of one person are kept in step; a screen is another matter.
      streamId: `${source.accountId}-${source.source.startsWith("screen") ? "screen" : "person"}`,
    });
    if (this.#closed || !this.#wanted.has(producerId)) {
      consumer.close();
      return;
    }
    const stream = platform.stream([consumer.track]);
    const receiving = { ...source, consumer, stream, told: null };
    this.#receiving.set(producerId, receiving);
    this.#show();
    this.#tell(receiving);
  }

  #tell(receiving: Receiving): void {
    const { asking, address, platform } = this.#context;
    const { consumer, accountId, source, told } = receiving;
    const tileId = source === "screen" ? screenTileId(accountId) : accountId;
    const wanted =
      consumer.kind === "audio" ? AUDIO : wantedFor(this.#widths.get(tileId), platform.pixelRatio());
    if (told?.paused === wanted.paused && told.spatialLayer === wanted.spatialLayer) return;
    receiving.told = wanted;
    asking.ask({ type: "consumer.set", ...address, consumerId: consumer.id, ...wanted }).catch(() => {
      receiving.told = null;
      this.#retryLater();
    });
  }

  #show(): void {
    const next = new Map<string, RemoteMedia>();
    for (const { accountId, source, stream } of this.#receiving.values()) {
      next.set(accountId, { ...(next.get(accountId) ?? NO_MEDIA), [source]: stream });
    }
    this.remote.set(next);
  }
}
