import type { WebSocket } from "ws";
import type { Frame, MediaEvent } from "../protocol.ts";

/** A server that reads so slowly that this much waits for it is not there any more. */
const WAITING_MAX = 16_000_000;

/**
 * Where events go: to the server that last asked something of the room, or to any other. What must not get lost waits
 * for one.
 */
export class Outlet {
  private readonly servers = new Set<WebSocket>();
  private readonly askers = new Map<string, WebSocket>();
  private waiting: MediaEvent[] = [];

  add(server: WebSocket): void {
    this.servers.add(server);
    const late = this.waiting;
    this.waiting = [];
    for (const event of late) {
      this.tell(event);
    }
  }

  remove(server: WebSocket): void {
    this.servers.delete(server);
    for (const [roomId, asker] of this.askers) {
      if (asker === server) {
        this.askers.delete(roomId);
      }
    }
  }

  asked(roomId: string, server: WebSocket): void {
    this.askers.set(roomId, server);
  }

  tell(event: MediaEvent): void {
    const server = this.askers.get(event.roomId) ?? this.servers.values().next().value;
    if (server !== undefined) {
      send(server, { type: "event", event });
    } else if (event.type === "room.lost") {
      this.waiting.push(event);
    }
    if (event.type === "room.lost") {
      this.askers.delete(event.roomId);
    }
  }

  /** Nothing is told of a room that is closed. */
  closed(roomId: string): void {
    this.askers.delete(roomId);
  }
}

export function send(server: WebSocket, frame: Frame): void {
  if (server.bufferedAmount > WAITING_MAX) {
    server.terminate();
  } else if (server.readyState === server.OPEN) {
    server.send(JSON.stringify(frame));
  }
}
