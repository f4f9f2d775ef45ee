import type { types } from "mediasoup";
import { extractDtlsParameters } from "mediasoup-client/handlers/sdp/commonUtils";
import type { RemoteSdp } from "mediasoup-client/handlers/sdp/RemoteSdp";
import { Refusal, taken, understood } from "../refusal.ts";
import { remoteOf } from "./answer.ts";
import { readDescription } from "./description.ts";

/** One thing that is received. */
export interface Received {
  readonly consumer: types.Consumer;
  /** Who sends it: what one sends is played in step. */
  readonly streamId: string;
}

/** Begins to receive of a producer; undefined when that cannot be received (any more). */
export type Receive = (producerId: string) => Promise<Received | undefined>;

/**
 * What a client that speaks SDP receives on one transport. One offer at a time: as long as one is not answered it is
 * offered again, whatever else is wished by then.
 */
export class Subscription {
  private readonly transport: types.WebRtcTransport;
  private readonly remote: RemoteSdp;
  private readonly consumers = new Map<string, types.Consumer>();
  private offered = false;
  private answered = true;
  private connected = false;
  /** Of the last offer. */
  private usernameFragment: string;

  constructor(transport: types.WebRtcTransport) {
    this.transport = transport;
    this.remote = remoteOf(transport);
    this.usernameFragment = transport.iceParameters.usernameFragment;
  }

  /** What is offered, in the order in which it came. */
  get all(): readonly types.Consumer[] {
    return [...this.consumers.values()].filter(({ closed }) => !closed);
  }

  /**
   * Brings what is received in line with what is wished.
   *
   * @returns the offer, null when nothing changes by it
   */
  async renew(producerIds: readonly string[], receive: Receive): Promise<string | null> {
    const changed = this.answered && (await this.change(new Set(producerIds), receive));
    const { iceParameters } = this.transport;
    const restarted = this.offered && iceParameters.usernameFragment !== this.usernameFragment;
    if (this.answered && !changed && !restarted) {
      return null;
    }
    this.remote.updateIceParameters(iceParameters);
    this.usernameFragment = iceParameters.usernameFragment;
    this.offered = true;
    this.answered = false;
    return this.remote.getSdp();
  }

  /** The first answer connects; of the others nothing but that they came matters. */
  async answer(sdp: string): Promise<void> {
    if (!this.offered) {
      throw new Refusal("invalid", "Nothing was offered");
    }
    const answer = readDescription(sdp);
    const dtlsParameters = understood(() => extractDtlsParameters({ sdpObject: answer }));
    if (!this.connected) {
      await taken(() => this.transport.connect({ dtlsParameters: dtlsParameters as types.DtlsParameters }));
      this.connected = true;
    }
    this.answered = true;
  }

  private async change(wished: ReadonlySet<string>, receive: Receive): Promise<boolean> {
    const before = [...this.consumers];
    let changed = false;
    // First what is new: a section that is closed may be used again only by the offer after that.
    for (const producerId of wished) {
      changed = (await this.open(producerId, receive)) || changed;
    }
    for (const [producerId, consumer] of before) {
      if (consumer.closed || !wished.has(producerId)) {
        this.close(producerId, consumer);
        changed = true;
      }
    }
    return changed;
  }

  private async open(producerId: string, receive: Receive): Promise<boolean> {
    const received = this.consumers.has(producerId) ? undefined : await receive(producerId);
    if (received === undefined) {
      return false;
    }
    const { consumer, streamId } = received;
    this.consumers.set(producerId, consumer);
    this.remote.receive({
      mid: midOf(consumer),
      kind: consumer.kind,
      offerRtpParameters: consumer.rtpParameters as Parameters<RemoteSdp["receive"]>[0]["offerRtpParameters"],
      streamId,
      trackId: consumer.id,
    });
    return true;
  }

  private close(producerId: string, consumer: types.Consumer): void {
    consumer.close();
    this.consumers.delete(producerId);
    this.remote.closeMediaSection(midOf(consumer));
  }
}

/** mediasoup numbers the consumers of a transport. */
export function midOf(consumer: types.Consumer): string {
  return String(consumer.rtpParameters.mid);
}
