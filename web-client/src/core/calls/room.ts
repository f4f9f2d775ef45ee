import type { types } from "mediasoup-client";
import { createStore } from "../observable.ts";
import type { Timers } from "../ports.ts";
import type { Call, IceServer, TrackSource, TransportDirection } from "../protocol.ts";
import { ApiError } from "../types.ts";
import type { SentTracks } from "./leg.ts";
import { rtcServers } from "./peerLink.ts";
import type { MediaPlatform } from "./platform.ts";
import type { Asking } from "./requests.ts";
import { RoomConsumers } from "./roomConsumers.ts";
import { type RoomAddress, RoomProducers } from "./roomProducers.ts";
import type { Stat } from "./stats.ts";

/** A way that stutters often heals by itself. */
const HEAL_MS = 2_000;
/** After so long without a way, restarts have failed. */
const LOST_MS = 10_000;

export interface RoomContext {
  readonly accountId: string;
  readonly platform: MediaPlatform;
  readonly timers: Timers;
  readonly asking: Asking;
  readonly address: RoomAddress;
  readonly iceServers: readonly IceServer[];
  /** This room is of no use any more; open another. */
  lost(): void;
}

export type RoomState = "connecting" | "connected" | "lost";

/** One stay in a room of the media service: two transports, what goes out and what comes in. */
export class Room {
  readonly state = createStore<RoomState>("connecting");
  readonly producers: RoomProducers;
  readonly consumers: RoomConsumers;
  readonly #context: RoomContext;
  readonly #transports: readonly types.Transport[];
  readonly #timers = new Map<types.Transport, () => void>();
  #stopLost: () => void = () => {};
  #wasConnected = false;
  #closed = false;

  private constructor(
    context: RoomContext,
    device: types.Device,
    send: types.Transport,
    receive: types.Transport,
  ) {
    const { asking, address } = context;
    this.#context = context;
    this.#transports = [send, receive];
    const codecs = device.sendRtpCapabilities.codecs ?? [];
    this.producers = new RoomProducers(send, codecs, asking, address, () => this.#giveUp());
    this.consumers = new RoomConsumers(context, receive, device.recvRtpCapabilities);
    for (const transport of this.#transports) {
      transport.on("connectionstatechange", () => this.#changed(transport));
    }
    this.#awaitWay();
  }

  /** Rejects with `ApiError` when the media service refuses or does not answer. */
  static async open(context: RoomContext): Promise<Room> {
    const { asking, address, platform } = context;
    const [device, room] = await Promise.all([
      platform.loadMediaDevice(),
      asking.ask({ type: "room.open", ...address }),
    ]);
    await device.load({ routerRtpCapabilities: JSON.parse(room.rtpCapabilities) as types.RtpCapabilities });
    const [send, receive] = await Promise.all([
      openTransport(context, device, "send"),
      openTransport(context, device, "receive"),
    ]);
    return new Room(context, device, send, receive);
  }

  update(call: Call): void {
    this.consumers.update(call);
    this.#show();
  }

  send(tracks: SentTracks): void {
    this.producers.send(tracks);
    this.#show();
  }

  restartIce(): void {
    for (const transport of this.#transports)
      if (transport.connectionState !== "new") this.#restart(transport);
  }

  async sendStats(): Promise<Stat[]> {
    const report = await this.#transports[0]?.getStats();
    return report ? ([...report.values()] as Stat[]) : [];
  }

  close(): void {
    this.#closed = true;
    this.#stopLost();
    for (const stop of this.#timers.values()) stop();
    this.producers.close();
    this.consumers.close();
    for (const transport of this.#transports) transport.close();
  }

  #changed(transport: types.Transport): void {
    const { connectionState } = transport;
    this.#timers.get(transport)?.();
    if (connectionState === "failed") this.#restart(transport);
    if (connectionState === "disconnected") {
      const { timers } = this.#context;
      this.#timers.set(
        transport,
        timers.after(HEAL_MS, () => this.#restart(transport)),
      );
    }
    this.#show();
  }

  #show(): void {
    const [sending = "new", receiving = "new"] = this.#transports.map(
      (transport) => transport.connectionState,
    );
    // Who has nothing to send, or nothing to receive yet, needs no way for it.
    const sends = sending === "connected" || (sending === "new" && this.producers.idle);
    if (sends && (receiving === "connected" || receiving === "new")) {
      this.#wasConnected = true;
      this.#stopLost();
      this.state.set("connected");
    } else if ([sending, receiving].some((state) => state === "failed" || state === "disconnected")) {
      if (this.state.get() === "connected") this.#awaitWay();
      this.state.set(this.#wasConnected ? "lost" : "connecting");
    }
  }

  #awaitWay(): void {
    this.#stopLost();
    this.#stopLost = this.#context.timers.after(LOST_MS, () => {
      if (this.state.get() !== "connected") this.#giveUp();
    });
  }

  #restart(transport: types.Transport): void {
    const { asking, address } = this.#context;
    asking
      .ask({ type: "transport.restart_ice", ...address, transportId: transport.id })
      .then(({ iceParameters }) => {
        if (this.#closed) return undefined;
        return transport.restartIce({ iceParameters: JSON.parse(iceParameters) as types.IceParameters });
      })
      .catch((error: unknown) => {
        // The media service holds no such transport: no other way would lead anywhere. All else the watch finds out.
        if (error instanceof ApiError && error.code === "call.media_refused") this.#giveUp();
      });
  }

  #giveUp(): void {
    if (!this.#closed) this.#context.lost();
  }
}

export interface TransportWay extends Pick<RoomContext, "asking" | "address" | "iceServers"> {
  readonly tcpOnly?: boolean;
  /** Which of the media service's candidates may be used. */
  readonly only?: (candidate: types.IceCandidate) => boolean;
}

/** A transport of the media service, with what it asks of the server in between. */
export async function openTransport(
  { asking, address, iceServers, tcpOnly = false, only = () => true }: TransportWay,
  device: types.Device,
  direction: TransportDirection,
): Promise<types.Transport> {
  const opened = await asking.ask({ type: "transport.open", ...address, direction, tcpOnly });
  const options: types.TransportOptions = {
    id: opened.transportId,
    iceParameters: JSON.parse(opened.iceParameters) as types.IceParameters,
    iceCandidates: (JSON.parse(opened.iceCandidates) as types.IceCandidate[]).filter(only),
    dtlsParameters: JSON.parse(opened.dtlsParameters) as types.DtlsParameters,
    iceServers: rtcServers(iceServers),
  };
  const transport =
    direction === "send" ? device.createSendTransport(options) : device.createRecvTransport(options);
  const transportId = opened.transportId;
  transport.on("connect", ({ dtlsParameters }, done, failed) => {
    asking
      .ask({
        type: "transport.connect",
        ...address,
        transportId,
        dtlsParameters: JSON.stringify(dtlsParameters),
      })
      .then(() => done(), failed);
  });
  transport.on("produce", ({ rtpParameters, appData }, done, failed) => {
    const { source, paused } = appData as { source: TrackSource; paused: boolean };
    asking
      .ask({
        type: "producer.open",
        ...address,
        transportId,
        source,
        rtpParameters: JSON.stringify(rtpParameters),
        paused,
      })
      .then(({ producerId }) => done({ id: producerId }), failed);
  });
  return transport;
}
