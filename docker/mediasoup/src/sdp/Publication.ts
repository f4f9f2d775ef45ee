import type { types } from "mediasoup";
import { extractDtlsParameters } from "mediasoup-client/handlers/sdp/commonUtils";
import type { SentLine } from "../protocol.ts";
import { Refusal, taken, understood } from "../refusal.ts";
import { answerTo, type Sent } from "./answer.ts";
import { readDescription } from "./description.ts";

/** Makes the producer of a line. */
export type Produce = (line: SentLine, sent: Sent) => Promise<types.Producer>;

/** What a client that speaks SDP sends on one transport: one producer for each section of its last offer that sends. */
export class Publication {
  private readonly transport: types.WebRtcTransport;
  private readonly producers = new Map<string, types.Producer>();
  private connected = false;

  constructor(transport: types.WebRtcTransport) {
    this.transport = transport;
  }

  /** The producers by the ids of their sections. */
  get all(): ReadonlyMap<string, types.Producer> {
    return this.producers;
  }

  /**
   * Brings the producers in line with an offer. Without effect but for the DTLS connection when it is refused.
   *
   * @param lines exactly what the offer sends
   * @returns the answer
   */
  async renew(
    sdp: string,
    lines: readonly SentLine[],
    room: types.RtpCapabilities,
    produce: Produce,
  ): Promise<string> {
    const offer = readDescription(sdp);
    const answer = answerTo(offer, this.transport, room);
    requireSame(lines, answer.sent);
    const dtlsParameters = understood(() => extractDtlsParameters({ sdpObject: offer }));
    await this.connect({ ...dtlsParameters, role: "client" } as types.DtlsParameters);
    await this.open(lines, answer.sent, produce);
    for (const [mid, producer] of [...this.producers]) {
      if (!answer.sent.has(mid)) {
        producer.close();
      }
    }
    return answer.sdp;
  }

  private async connect(dtlsParameters: types.DtlsParameters): Promise<void> {
    if (!this.connected) {
      await taken(() => this.transport.connect({ dtlsParameters }));
      this.connected = true;
    }
  }

  private async open(
    lines: readonly SentLine[],
    sent: ReadonlyMap<string, Sent>,
    produce: Produce,
  ): Promise<void> {
    const opened: types.Producer[] = [];
    try {
      for (const line of lines) {
        const what = sent.get(line.mid);
        if (what !== undefined && !this.producers.has(line.mid)) {
          const producer = await produce(line, what);
          opened.push(producer);
          this.keep(line.mid, producer);
        }
      }
    } catch (failure) {
      for (const producer of opened) {
        producer.close();
      }
      throw failure;
    }
  }

  private keep(mid: string, producer: types.Producer): void {
    this.producers.set(mid, producer);
    producer.observer.once("close", () => this.producers.delete(mid));
  }
}

function requireSame(lines: readonly SentLine[], sent: ReadonlyMap<string, Sent>): void {
  for (const { mid, kind } of lines) {
    if (sent.get(mid)?.kind !== kind) {
      throw new Refusal("invalid", `The SDP sends no ${kind} in a media section ${mid}`);
    }
  }
  if (new Set(lines.map(({ mid }) => mid)).size < sent.size) {
    throw new Refusal("invalid", "The SDP sends more than what was said");
  }
}
