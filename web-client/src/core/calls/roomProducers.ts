import type { types } from "mediasoup-client";
import type { TrackSource } from "../protocol.ts";
import { CAMERA_ENCODINGS, SCREEN_ENCODINGS, withActive } from "./layers.ts";
import { NO_TRACKS, type SentTracks } from "./leg.ts";
import type { Asking } from "./requests.ts";

const SOURCES: readonly TrackSource[] = ["microphone", "camera", "screen", "screen_audio"];

/** So that the first picture, the largest, does not trickle out at a browser's careful beginning. */
const START_KILOBITS = 1_000;

export interface RoomAddress {
  readonly callId: string;
  readonly endpointId: string;
}

interface Sending {
  readonly producer: types.Producer;
  /** As the media service knows it. */
  paused: boolean;
}

/** What one sends to a room of the media service, brought in line with the tracks there are. */
export class RoomProducers {
  readonly #transport: types.Transport;
  readonly #codecs: readonly types.RtpCodecCapability[];
  readonly #asking: Asking;
  readonly #address: RoomAddress;
  readonly #failed: (error: unknown) => void;
  readonly #sending = new Map<TrackSource, Sending>();
  #tracks: SentTracks = NO_TRACKS;
  #working = false;
  #again = false;
  #closed = false;

  /** @param failed something could not be sent: the room is of no use any more */
  constructor(
    transport: types.Transport,
    codecs: readonly types.RtpCodecCapability[],
    asking: Asking,
    address: RoomAddress,
    failed: (error: unknown) => void,
  ) {
    this.#transport = transport;
    this.#codecs = codecs;
    this.#asking = asking;
    this.#address = address;
    this.#failed = failed;
  }

  /** Nothing is to be sent. */
  get idle(): boolean {
    return Object.values(this.#tracks).every((track) => track === null);
  }

  get ids(): readonly string[] {
    return [...this.#sending.values()].map(({ producer }) => producer.id);
  }

  send(tracks: SentTracks): void {
    this.#tracks = tracks;
    void this.#work();
  }

  /** Nobody wants more of it than this layer. */
  async limit(producerId: string, highest: number | null): Promise<void> {
    const sender = [...this.#sending.values()].find(({ producer }) => producer.id === producerId)?.producer
      .rtpSender;
    if (!sender) return;
    const parameters = sender.getParameters();
    parameters.encodings = withActive(parameters.encodings, highest);
    // Sending too much is no harm.
    await sender.setParameters(parameters).catch(() => {});
  }

  close(): void {
    this.#closed = true;
    for (const { producer } of this.#sending.values()) producer.close();
  }

  async #work(): Promise<void> {
    this.#again = true;
    if (this.#working) return;
    this.#working = true;
    try {
      while (this.#again && !this.#closed) {
        this.#again = false;
        for (const source of SOURCES) await this.#bring(source);
      }
    } catch (error) {
      if (!this.#closed) this.#failed(error);
    } finally {
      this.#working = false;
    }
  }

  async #bring(source: TrackSource): Promise<void> {
    const track = this.#tracks[source];
    const sending = this.#sending.get(source);
    if (this.#closed) return;
    if (!sending) {
      if (track) await this.#open(source, track);
      return;
    }
    // A camera comes back soon, a shared screen as another one.
    if (!track && source !== "camera" && source !== "microphone") {
      await this.#end(source, sending);
      return;
    }
    if (sending.producer.track !== track) await sending.producer.replaceTrack({ track });
    await this.#pause(sending, track === null || !track.enabled);
  }

  async #open(source: TrackSource, track: MediaStreamTrack): Promise<void> {
    const video = track.kind === "video";
    const encodings = source === "camera" ? CAMERA_ENCODINGS : SCREEN_ENCODINGS;
    const vp8 = this.#codecs.find(({ mimeType }) => mimeType.toLowerCase() === "video/vp8");
    const paused = !track.enabled;
    const producer = await this.#transport.produce({
      track,
      // Tracks belong to the local media, which other ways may use too.
      stopTracks: false,
      disableTrackOnPause: false,
      zeroRtpOnPause: false,
      appData: { source, paused },
      ...(video
        ? {
            encodings: encodings.map((encoding) => ({ ...encoding })),
            ...(vp8 && { codec: vp8 }),
            codecOptions: { videoGoogleStartBitrate: START_KILOBITS },
          }
        : { codecOptions: { opusFec: true, opusDtx: true, opusStereo: source === "screen_audio" } }),
    });
    this.#sending.set(source, { producer, paused });
    if (this.#closed) producer.close();
  }

  async #end(source: TrackSource, { producer }: Sending): Promise<void> {
    this.#sending.delete(source);
    producer.close();
    await this.#asking.ask({ type: "producer.close", ...this.#address, producerId: producer.id });
  }

  async #pause(sending: Sending, paused: boolean): Promise<void> {
    if (sending.paused === paused) return;
    sending.paused = paused;
    if (paused) sending.producer.pause();
    else sending.producer.resume();
    await this.#asking.ask({
      type: "producer.set",
      ...this.#address,
      producerId: sending.producer.id,
      paused,
    });
  }
}
