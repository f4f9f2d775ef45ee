import { randomUUID } from "node:crypto";
import { once } from "node:events";
import WebSocket from "ws";
import { MediaService } from "../MediaService.ts";
import type { Command, Frame, MediaEvent, Reply, Welcome } from "../protocol.ts";
import type { Settings } from "../settings.ts";
import { missingWorker } from "../workers/program.ts";

/** Why tests of the whole service cannot run here, or undefined. */
export const noWorker = missingWorker();

export const SECRET = "of-these-tests-and-nothing-else-at-all";
const PATIENCE_MS = 8_000;

/** A whole media service on this machine alone. */
export class TestMedia {
  readonly service: MediaService;
  private readonly port: number;
  private readonly servers: TestServer[] = [];

  private constructor(service: MediaService, port: number) {
    this.service = service;
    this.port = port;
  }

  static async start(adjust: Partial<Settings> = {}): Promise<TestMedia> {
    const service = new MediaService({
      host: "127.0.0.1",
      port: 0,
      secret: SECRET,
      workers: 1,
      mediaPorts: [45_000, 45_099],
      listenAddress: "127.0.0.1",
      announcedAddress: "127.0.0.1",
      consumersPerWorker: 400,
      drainSeconds: 10,
      ...adjust,
    });
    return new TestMedia(service, await service.start());
  }

  url(path: string): string {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  socket(secret: string, path = "/control"): WebSocket {
    return new WebSocket(this.url(path).replace("http", "ws"), {
      headers: { Authorization: `Bearer ${secret}` },
    });
  }

  /** A connected server that has its welcome. */
  async server(): Promise<TestServer> {
    const server = new TestServer(this.socket(SECRET));
    this.servers.push(server);
    await server.until(() => server.welcome);
    return server;
  }

  close(): void {
    for (const server of this.servers) {
      server.socket.terminate();
    }
    this.service.close();
  }
}

/** What a server does: asks, and hears of events. */
export class TestServer {
  readonly socket: WebSocket;
  readonly events: MediaEvent[] = [];
  welcome: Welcome | undefined;
  private readonly replies = new Map<number, Reply>();
  private readonly news = new EventTarget();
  private lastId = 0;

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on("message", (data) => this.received(JSON.parse(data.toString())));
  }

  /** The answer to a command, as that type; fails with what came instead. */
  async ask<T extends Reply["type"]>(command: Command, type: T): Promise<Extract<Reply, { type: T }>> {
    const reply = await this.answer(command);
    if (reply.type !== type) {
      throw new Error(`${command.type} was answered by ${JSON.stringify(reply)}`);
    }
    return reply as Extract<Reply, { type: T }>;
  }

  /** The code that a command is refused with. */
  async refusal(command: unknown): Promise<string> {
    const reply = await this.answer(command);
    return reply.type === "refused" ? reply.code : `not refused but ${reply.type}`;
  }

  /** The first event of that type that fits. */
  event<T extends MediaEvent["type"]>(
    type: T,
    fits: (event: Extract<MediaEvent, { type: T }>) => boolean = () => true,
  ): Promise<Extract<MediaEvent, { type: T }>> {
    return this.until(() =>
      this.events.find(
        (event): event is Extract<MediaEvent, { type: T }> =>
          event.type === type && fits(event as Extract<MediaEvent, { type: T }>),
      ),
    );
  }

  async until<T>(value: () => T | undefined): Promise<T> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    for (let found = value(); ; found = value()) {
      if (found !== undefined) {
        return found;
      }
      await once(this.news, "news", { signal });
    }
  }

  private async answer(command: unknown): Promise<Reply> {
    const id = ++this.lastId;
    this.socket.send(JSON.stringify({ type: "command", id, command }));
    return this.until(() => this.replies.get(id));
  }

  private received(frame: Frame): void {
    if (frame.type === "welcome") {
      this.welcome = frame;
    } else if (frame.type === "reply") {
      this.replies.set(frame.id, frame.reply);
    } else if (frame.type === "event") {
      this.events.push(frame.event);
    }
    this.news.dispatchEvent(new Event("news"));
  }
}

/** A device in a room, through the commands that a server sends for it. */
export class TestEndpoint {
  readonly endpointId = randomUUID();
  readonly roomId: string;
  private readonly server: TestServer;
  private readonly rtpCapabilities: string;
  private readonly sending: string;
  private readonly receiving: string;

  private constructor(server: TestServer, roomId: string, rtpCapabilities: string, ids: [string, string]) {
    this.server = server;
    this.roomId = roomId;
    this.rtpCapabilities = rtpCapabilities;
    [this.sending, this.receiving] = ids;
  }

  static async join(server: TestServer, roomId: string): Promise<TestEndpoint> {
    const room = await server.ask({ type: "room.open", roomId }, "room");
    const endpoint = new TestEndpoint(server, roomId, room.rtpCapabilities, ["", ""]);
    const sending = await server.ask(endpoint.openTransport(false), "transport");
    const receiving = await server.ask(endpoint.openTransport(true), "transport");
    const joined = new TestEndpoint(server, roomId, room.rtpCapabilities, [
      sending.transportId,
      receiving.transportId,
    ]);
    return Object.assign(joined, { endpointId: endpoint.endpointId });
  }

  openTransport(receiving: boolean): Command {
    return { type: "transport.open", ...this.ids(), receiving, tcpOnly: false };
  }

  produce(kind: "audio" | "video", rtpParameters: object): Command {
    return {
      type: "producer.open",
      ...this.ids(),
      transportId: this.sending,
      kind,
      rtpParameters: JSON.stringify(rtpParameters),
      paused: false,
      observed: true,
    };
  }

  consume(producerId: string): Command {
    return {
      type: "consumer.open",
      ...this.ids(),
      transportId: this.receiving,
      producerId,
      rtpCapabilities: this.rtpCapabilities,
    };
  }

  set(consumerId: string, paused: boolean, spatialLayer = 0): Command {
    return { type: "consumer.set", ...this.ids(), consumerId, paused, spatialLayer };
  }

  async produced(kind: "audio" | "video", rtpParameters: object): Promise<string> {
    return (await this.server.ask(this.produce(kind, rtpParameters), "producer")).producerId;
  }

  async consumed(producerId: string): Promise<string> {
    return (await this.server.ask(this.consume(producerId), "consumer")).consumerId;
  }

  ids(): { roomId: string; endpointId: string } {
    return { roomId: this.roomId, endpointId: this.endpointId };
  }

  transport(receiving = false): { roomId: string; endpointId: string; transportId: string } {
    return { ...this.ids(), transportId: receiving ? this.receiving : this.sending };
  }
}
