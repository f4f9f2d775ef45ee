import type { MediaEvent } from "../protocol.ts";
import { found } from "../refusal.ts";
import type { MediaWorker } from "../workers/MediaWorker.ts";
import type { Workers } from "../workers/Workers.ts";
import { Branch } from "./Branch.ts";
import { Endpoint } from "./Endpoint.ts";
import { Layers } from "./Layers.ts";
import { Speaking } from "./Speaking.ts";

/** One call: its endpoints, on one worker or several. */
export class Room {
  readonly id: string;
  readonly endpoints = new Map<string, Endpoint>();
  readonly layers: Layers;
  /** When the server last asked something of it, in milliseconds. */
  lastAsked = Date.now();
  private readonly speaking: Speaking;
  private readonly branches: Branch[] = [];

  private constructor(id: string, tell: (event: MediaEvent) => void) {
    this.id = id;
    this.speaking = new Speaking((endpointIds) => tell({ type: "room.speaking", roomId: id, endpointIds }));
    this.layers = new Layers((endpointId, producerId, spatialLayer) =>
      tell({ type: "producer.layer", roomId: id, endpointId, producerId, spatialLayer }),
    );
  }

  static async open(id: string, worker: MediaWorker, tell: (event: MediaEvent) => void): Promise<Room> {
    const room = new Room(id, tell);
    room.branches.push(await Branch.open(worker, room.speaking));
    return room;
  }

  rtpCapabilities(): string {
    return JSON.stringify(this.home().router.rtpCapabilities);
  }

  usesWorker(worker: MediaWorker): boolean {
    return this.branches.some((branch) => branch.worker === worker);
  }

  branchCount(): number {
    return this.branches.length;
  }

  /** Whether any client is connected. */
  isConnected(): boolean {
    return [...this.endpoints.values()].some((endpoint) => endpoint.isConnected());
  }

  /** The endpoint, which is new when it opens its first transport. */
  async join(endpointId: string, workers: Workers, consumersPerWorker: number): Promise<Endpoint> {
    const known = this.endpoints.get(endpointId);
    if (known !== undefined) {
      return known;
    }
    const endpoint = new Endpoint(endpointId, await this.branchWithRoom(workers, consumersPerWorker));
    this.endpoints.set(endpointId, endpoint);
    return endpoint;
  }

  /** The endpoint that owns the producer. */
  ownerOf(producerId: string): Endpoint {
    const owner = [...this.endpoints.values()].find((endpoint) => endpoint.producers.has(producerId));
    return found(owner, "producer");
  }

  leave(endpointId: string): void {
    this.endpoints.get(endpointId)?.close();
    this.endpoints.delete(endpointId);
  }

  close(): void {
    for (const endpoint of this.endpoints.values()) {
      endpoint.close();
    }
    this.endpoints.clear();
    for (const branch of this.branches) {
      branch.close();
    }
  }

  private home(): Branch {
    return found(this.branches[0], "room");
  }

  /** The least busy branch; a new one on another worker when all have as much as one should carry. */
  private async branchWithRoom(workers: Workers, consumersPerWorker: number): Promise<Branch> {
    const least = this.branches.reduce((one, other) => (other.consumers < one.consumers ? other : one));
    if (least.consumers < consumersPerWorker) {
      return least;
    }
    const worker = workers.leastLoaded(this.branches.map((branch) => branch.worker));
    if (worker === undefined) {
      return least;
    }
    const branch = await Branch.open(worker, this.speaking);
    this.branches.push(branch);
    return branch;
  }
}
