import type { MediaEvent } from "../protocol.ts";
import { found, Refusal } from "../refusal.ts";
import { Signal } from "../signal.ts";
import type { MediaWorker } from "../workers/MediaWorker.ts";
import type { Workers } from "../workers/Workers.ts";
import { Room } from "./Room.ts";

const UNUSED_MS = 120_000;

/** All calls. What is asked of one room is done in order; rooms do not wait for each other. */
export class Rooms {
  private readonly tell: (event: MediaEvent) => void;
  private readonly open = new Map<string, Room>();
  private readonly tails = new Map<string, Promise<unknown>>();
  private emptied = new Signal();
  draining = false;

  constructor(tell: (event: MediaEvent) => void) {
    this.tell = tell;
  }

  all(): readonly Room[] {
    return [...this.open.values()];
  }

  /** Does a task when what was asked of the room before is done, whatever became of that. */
  inOrder<T>(roomId: string, task: () => Promise<T>): Promise<T> {
    const done = (this.tails.get(roomId) ?? Promise.resolve()).then(task, task);
    this.tails.set(roomId, done);
    const forget = () => {
      if (this.tails.get(roomId) === done) {
        this.tails.delete(roomId);
      }
    };
    done.then(forget, forget);
    return done;
  }

  /** The room of that id, opened unless it is open. */
  async opened(roomId: string, workers: Workers): Promise<Room> {
    const known = this.open.get(roomId);
    if (known !== undefined) {
      return known;
    }
    if (this.draining) {
      throw new Refusal("draining", "The media service is being stopped");
    }
    const worker = await workers.pick();
    const room = await Room.open(roomId, worker, this.tell);
    if (worker.worker.closed) {
      throw new Refusal("failed", "The worker died");
    }
    this.open.set(roomId, room);
    return room;
  }

  /** The room of that id, or refuses. */
  get(roomId: string): Room {
    const room = found(this.open.get(roomId), "room");
    room.lastAsked = Date.now();
    return room;
  }

  find(roomId: string): Room | undefined {
    return this.open.get(roomId);
  }

  /** Without effect when there is none. */
  close(roomId: string): void {
    this.open.get(roomId)?.close();
    this.remove(roomId);
  }

  /** Every room that the worker carried a part of is gone. */
  workerDied(worker: MediaWorker): void {
    for (const room of this.all().filter((room) => room.usesWorker(worker))) {
      room.close();
      this.remove(room.id);
      this.tell({ type: "room.lost", roomId: room.id });
    }
  }

  /**
   * Closes rooms that nobody was connected to and nothing was asked of for a while: what a server that was killed, or
   * forgot them, left behind.
   */
  closeUnused(now: number): void {
    for (const room of this.all().filter((room) => !room.isConnected() && now - room.lastAsked > UNUSED_MS)) {
      room.close();
      this.remove(room.id);
      this.tell({ type: "room.lost", roomId: room.id });
    }
  }

  /** Opens no room any more; returns when the last one is closed. */
  async drained(): Promise<void> {
    this.draining = true;
    if (this.open.size > 0) {
      this.emptied = new Signal();
      await this.emptied.happened;
    }
  }

  private remove(roomId: string): void {
    this.open.delete(roomId);
    if (this.open.size === 0) {
      this.emptied.give();
    }
  }
}
