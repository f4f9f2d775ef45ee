import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import type { Command, Reply, Welcome } from "../protocol.ts";
import { Refusal } from "../refusal.ts";
import type { Settings } from "../settings.ts";
import { readFrame } from "./commands.ts";
import { type Outlet, send } from "./Outlet.ts";
import { Secret } from "./Secret.ts";

/** An SDP of 64,000 characters fits, even when JSON has to escape each of them. */
const FRAME_MAX = 500_000;
const HEARTBEAT_MS = 10_000;
const NO_FRAME = 1008;
const GOING_AWAY = 1001;

/** What is behind the control connection. */
export interface Service {
  welcome(): Welcome;
  /** Never throws. */
  ask(command: Command): Promise<Reply>;
  health(): object;
  metrics(): Promise<string>;
}

/** The one thing of this service that listens to others than callers: for the server, and for operators' tools. */
export class ControlServer {
  private readonly service: Service;
  private readonly outlet: Outlet;
  private readonly secret: Secret;
  private readonly http: Server;
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: FRAME_MAX,
    perMessageDeflate: false,
  });
  private readonly heartbeat: NodeJS.Timeout;
  private readonly quiet = new WeakSet<WebSocket>();

  constructor(service: Service, outlet: Outlet, settings: Settings) {
    this.service = service;
    this.outlet = outlet;
    this.secret = new Secret(settings.secret);
    this.http = createServer((request, response) => void this.answer(request, response));
    this.http.on("upgrade", (request, socket, head) => this.upgrade(request, socket, head));
    this.heartbeat = setInterval(() => this.beat(), HEARTBEAT_MS).unref();
  }

  /** @returns the port */
  listen(host: string, port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.http.once("error", reject);
      this.http.listen(port, host, () => resolve((this.http.address() as AddressInfo).port));
    });
  }

  close(): void {
    clearInterval(this.heartbeat);
    for (const server of this.sockets.clients) {
      server.close(GOING_AWAY, "The media service ends");
    }
    this.http.close();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (request.url !== "/control") {
      refuse(socket, "404 Not Found");
    } else if (!this.secret.opens(request.headers.authorization)) {
      refuse(socket, "401 Unauthorized");
    } else {
      this.sockets.handleUpgrade(request, socket, head, (server) => this.serve(server));
    }
  }

  private serve(server: WebSocket): void {
    // What ws finds wrong with a frame; it closes by itself, with the right code.
    server.on("error", () => {});
    server.on("pong", () => this.quiet.delete(server));
    server.on("close", () => this.outlet.remove(server));
    server.on("message", (data, isBinary) => this.received(server, data, isBinary));
    send(server, this.service.welcome());
    this.outlet.add(server);
  }

  private received(server: WebSocket, data: RawData, isBinary: boolean): void {
    const asked = isBinary ? undefined : readFrame(data.toString());
    if (asked === undefined) {
      server.close(NO_FRAME, "No command");
      return;
    }
    try {
      const command = asked.command();
      this.outlet.asked(command.roomId, server);
      void this.reply(server, asked.id, command);
    } catch (failure) {
      if (!(failure instanceof Refusal)) {
        throw failure;
      }
      send(server, { type: "reply", id: asked.id, reply: failure.reply() });
    }
  }

  private async reply(server: WebSocket, id: number, command: Command): Promise<void> {
    const reply = await this.service.ask(command);
    if (command.type === "room.close") {
      this.outlet.closed(command.roomId);
    }
    send(server, { type: "reply", id, reply });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== "GET") {
      reply(response, 405, "text/plain", "");
    } else if (request.url === "/health") {
      reply(response, 200, "application/json", JSON.stringify(this.service.health()));
    } else if (request.url === "/metrics") {
      reply(response, 200, "text/plain; version=0.0.4; charset=utf-8", await this.service.metrics());
    } else {
      reply(response, 404, "text/plain", "");
    }
  }

  /** Ends connections whose other side has gone without a word. */
  private beat(): void {
    for (const server of this.sockets.clients) {
      if (this.quiet.has(server)) {
        server.terminate();
      } else {
        this.quiet.add(server);
        server.ping();
      }
    }
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.on("error", () => {});
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function reply(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" }).end(body);
}
