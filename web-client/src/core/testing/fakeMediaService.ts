/** The media service as one client sees it, and the library that talks to it, as far as calls use them. */
import type { Asking } from "../calls/requests.ts";
import type { CallReply, CallRequest, ErrorCode } from "../protocol.ts";
import { ApiError } from "../types.ts";
import { fakeTrack } from "./fakeMedia.ts";

type Protocol = "udp" | "tcp";
type Candidate = { readonly protocol: Protocol };
type TransportOptions = { readonly id: string; readonly iceCandidates: readonly Candidate[] };
type Listener = (...args: never[]) => void;

class FakeTransport {
  connectionState = "new";
  closed = false;
  readonly restarts: unknown[] = [];
  readonly producers: FakeProducer[] = [];
  readonly id: string;
  readonly iceCandidates: readonly Candidate[];
  readonly #reachable: ReadonlySet<Protocol>;
  readonly #listeners = new Map<string, Listener[]>();

  constructor({ id, iceCandidates }: TransportOptions, reachable: ReadonlySet<Protocol>) {
    this.id = id;
    this.iceCandidates = iceCandidates;
    this.#reachable = reachable;
  }

  on(event: string, listener: Listener): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  become(state: string): void {
    this.connectionState = state;
    this.#emit("connectionstatechange", state);
  }

  async produce(options: { track: MediaStreamTrack; appData: object; encodings?: object[] }) {
    await this.#connect();
    const { track, appData, encodings = [{}] } = options;
    const { id } = await this.#ask<{ id: string }>("produce", {
      kind: track.kind,
      rtpParameters: {},
      appData,
    });
    const producer = new FakeProducer(id, track, encodings);
    this.producers.push(producer);
    return producer;
  }

  async consume({ id, producerId, kind }: { id: string; producerId: string; kind: "audio" | "video" }) {
    await this.#connect();
    const consumer = { id, producerId, kind, track: fakeTrack(kind), closed: false, close: () => {} };
    consumer.close = () => {
      consumer.closed = true;
    };
    return { ...consumer, getStats: async () => new Map() };
  }

  async restartIce(parameters: unknown): Promise<void> {
    this.restarts.push(parameters);
  }

  async getStats(): Promise<Map<string, unknown>> {
    return new Map();
  }

  close(): void {
    this.closed = true;
  }

  async #connect(): Promise<void> {
    if (this.connectionState !== "new") return;
    this.connectionState = "connecting";
    await this.#ask("connect", { dtlsParameters: {} });
    if (this.iceCandidates.some(({ protocol }) => this.#reachable.has(protocol))) this.become("connected");
  }

  #ask<T>(event: string, parameters: object): Promise<T> {
    return new Promise((done, failed) => this.#emit(event, parameters, done, failed));
  }

  #emit(event: string, ...args: unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(...(args as never[]));
  }
}

class FakeProducer {
  readonly id: string;
  track: MediaStreamTrack | null;
  paused = false;
  closed = false;
  readonly encodings: { active?: boolean }[];
  readonly rtpSender;

  constructor(id: string, track: MediaStreamTrack, encodings: object[]) {
    this.id = id;
    this.track = track;
    this.encodings = encodings;
    this.rtpSender = {
      getParameters: () => ({ encodings: this.encodings }),
      setParameters: async ({ encodings: set }: { encodings: object[] }) => {
        this.encodings.splice(0, this.encodings.length, ...set);
      },
    };
  }

  async replaceTrack({ track }: { track: MediaStreamTrack | null }): Promise<void> {
    this.track = track;
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
  }

  close(): void {
    this.closed = true;
  }
}

export class FakeMediaService {
  readonly asked: CallRequest[] = [];
  readonly transports: FakeTransport[] = [];
  /** How the next requests of a type are refused. */
  readonly refusals: [CallRequest["type"], ErrorCode | "network.unreachable"][] = [];
  /** What it can be reached by, as it says itself. */
  offered: readonly Protocol[] = ["udp", "tcp"];
  /** What gets through to it. */
  readonly reachable = new Set<Protocol>(["udp", "tcp"]);
  #ids = 0;

  readonly asking: Asking = {
    ask: ((request: CallRequest) => this.#answer(request)) as Asking["ask"],
  };

  loadMediaDevice = async () => {
    const transport = (options: TransportOptions) => {
      const made = new FakeTransport(options, this.reachable);
      this.transports.push(made);
      return made;
    };
    return {
      load: async () => {},
      sendRtpCapabilities: { codecs: [] },
      recvRtpCapabilities: { codecs: [] },
      createSendTransport: transport,
      createRecvTransport: transport,
    } as never;
  };

  of<T extends CallRequest["type"]>(type: T): Extract<CallRequest, { type: T }>[] {
    return this.asked.filter(
      (request): request is Extract<CallRequest, { type: T }> => request.type === type,
    );
  }

  async #answer(request: CallRequest): Promise<CallReply> {
    this.asked.push(request);
    const refusal = this.refusals.findIndex(([type]) => type === request.type);
    if (refusal >= 0) {
      const [[, code] = ["", "server.internal" as const]] = this.refusals.splice(refusal, 1);
      throw new ApiError(code);
    }
    const id = `${request.type}-${++this.#ids}`;
    switch (request.type) {
      case "room.open":
      case "probe.open":
        return { type: "room", rtpCapabilities: "{}" };
      case "transport.open":
        return {
          type: "transport",
          transportId: `${request.direction}-${this.#ids}`,
          iceParameters: "{}",
          iceCandidates: JSON.stringify(this.#candidates(request.tcpOnly)),
          dtlsParameters: "{}",
        };
      case "transport.restart_ice":
        return { type: "ice", iceParameters: '{"usernameFragment":"new"}' };
      case "producer.open":
        return { type: "producer", producerId: id };
      case "consumer.open": {
        const kind = request.producerId.endsWith("microphone") ? "audio" : "video";
        const { producerId } = request;
        return {
          type: "consumer",
          consumerId: id,
          producerId,
          kind,
          rtpParameters: "{}",
          producerPaused: false,
        };
      }
      default:
        return { type: "done" };
    }
  }

  #candidates(tcpOnly: boolean): readonly Candidate[] {
    const offered = this.offered.filter((protocol) => protocol === "tcp" || !tcpOnly);
    return offered.map((protocol) => ({ protocol }));
  }
}
