import type { types } from "mediasoup";
import type { Publication } from "../sdp/Publication.ts";
import type { Subscription } from "../sdp/Subscription.ts";
import type { Branch } from "./Branch.ts";

/** What a client sends or receives on. */
export interface HeldTransport {
  readonly transport: types.WebRtcTransport;
  readonly receiving: boolean;
  /** There once a client that speaks SDP sends on it. */
  publication?: Publication;
  /** There once a client that speaks SDP receives on it. */
  subscription?: Subscription;
}

/** One device in a room, and everything that it owns. */
export class Endpoint {
  readonly id: string;
  readonly branch: Branch;
  readonly transports = new Map<string, HeldTransport>();
  readonly producers = new Map<string, types.Producer>();
  readonly consumers = new Map<string, types.Consumer>();

  constructor(id: string, branch: Branch) {
    this.id = id;
    this.branch = branch;
  }

  isConnected(): boolean {
    return [...this.transports.values()].some(({ transport }) =>
      ["connected", "completed"].includes(transport.iceState),
    );
  }

  /** With everything that it owns: mediasoup closes what a transport carries. */
  close(): void {
    for (const { transport } of this.transports.values()) {
      transport.close();
    }
  }
}
