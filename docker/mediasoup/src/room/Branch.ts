import type { types } from "mediasoup";
import type { MediaWorker } from "../workers/MediaWorker.ts";
import { mediaCodecs } from "./codecs.ts";
import type { Speaking } from "./Speaking.ts";

const LOUDNESS_INTERVAL_MS = 400;
const LOUDNESS_THRESHOLD_DBVO = -60;
const HEARD_AT_ONCE = 8;

/** The part of a room that one worker carries. A small room has one. */
export class Branch {
  readonly worker: MediaWorker;
  readonly router: types.Router;
  consumers = 0;
  private readonly levels: types.AudioLevelObserver;
  private readonly speaker: types.ActiveSpeakerObserver;
  /** Producers of other branches that can be consumed in this one. */
  private readonly piped = new Set<string>();

  private constructor(
    worker: MediaWorker,
    router: types.Router,
    levels: types.AudioLevelObserver,
    speaker: types.ActiveSpeakerObserver,
  ) {
    this.worker = worker;
    this.router = router;
    this.levels = levels;
    this.speaker = speaker;
  }

  static async open(worker: MediaWorker, speaking: Speaking): Promise<Branch> {
    const router = await worker.worker.createRouter({ mediaCodecs });
    try {
      const levels = await router.createAudioLevelObserver({
        maxEntries: HEARD_AT_ONCE,
        threshold: LOUDNESS_THRESHOLD_DBVO,
        interval: LOUDNESS_INTERVAL_MS,
      });
      const speaker = await router.createActiveSpeakerObserver({ interval: LOUDNESS_INTERVAL_MS });
      const branch = new Branch(worker, router, levels, speaker);
      levels.on("volumes", (volumes) => speaking.heard(volumes));
      speaker.on("dominantspeaker", ({ producer }) => speaking.dominates(branch, producer));
      return branch;
    } catch (failure) {
      router.close();
      throw failure;
    }
  }

  /** Lets the loudness of an audio producer count. */
  async observe(producer: types.Producer): Promise<void> {
    await this.levels.addProducer({ producerId: producer.id });
    await this.speaker.addProducer({ producerId: producer.id });
  }

  /** Makes a producer of another branch consumable here, under the same id. */
  async bring(producer: types.Producer, from: Branch): Promise<void> {
    if (from === this || this.piped.has(producer.id)) {
      return;
    }
    await from.router.pipeToRouter({ producerId: producer.id, router: this.router, enableSctp: false });
    this.piped.add(producer.id);
    producer.observer.once("close", () => this.piped.delete(producer.id));
  }

  consumerOpened(): void {
    this.consumers++;
    this.worker.consumers++;
  }

  consumerClosed(): void {
    this.consumers--;
    this.worker.consumers--;
  }

  close(): void {
    this.router.close();
  }
}
