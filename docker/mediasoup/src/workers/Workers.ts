import { setTimeout as pause } from "node:timers/promises";
import { log, reason } from "../log.ts";
import { Refusal } from "../refusal.ts";
import type { Settings } from "../settings.ts";
import { Signal } from "../signal.ts";
import { MediaWorker } from "./MediaWorker.ts";

const PATIENCE_MS = 3_000;
const RETRY_FIRST_MS = 100;
const RETRY_LAST_MS = 10_000;

/** All workers, one a core. One that dies is replaced. */
export class Workers {
  private readonly settings: Settings;
  private readonly died: (worker: MediaWorker) => void;
  private readonly living = new Set<MediaWorker>();
  private readonly stop = new AbortController();
  private arrival = new Signal();

  /** @param died told of each worker that ended by itself: what it held is gone */
  constructor(settings: Settings, died: (worker: MediaWorker) => void) {
    this.settings = settings;
    this.died = died;
  }

  /** @throws when a worker does not start */
  async start(): Promise<void> {
    // One after another: each takes the first port that is free.
    for (let i = 0; i < this.settings.workers; i++) {
      this.add(await MediaWorker.start(this.settings));
    }
  }

  all(): readonly MediaWorker[] {
    return [...this.living];
  }

  /**
   * The one with the least to do.
   *
   * @param taken are not asked for
   * @returns undefined when all are taken
   */
  leastLoaded(taken: readonly MediaWorker[] = []): MediaWorker | undefined {
    return this.all()
      .filter((worker) => !taken.includes(worker))
      .sort((one, other) => one.consumers - other.consumers)[0];
  }

  /** The one with the least to do; waits a moment for the first when all have died. */
  async pick(): Promise<MediaWorker> {
    if (this.living.size === 0) {
      await Promise.race([this.arrival.happened, pause(PATIENCE_MS, undefined, { ref: false })]);
    }
    const worker = this.leastLoaded();
    if (worker === undefined) {
      throw new Refusal("failed", "No worker runs");
    }
    return worker;
  }

  close(): void {
    this.stop.abort();
    for (const worker of this.living) {
      worker.close();
    }
    this.living.clear();
  }

  private add(worker: MediaWorker): void {
    this.living.add(worker);
    this.arrival.give();
    worker.worker.once("died", () => this.replace(worker));
  }

  private replace(dead: MediaWorker): void {
    log(`The worker ${dead.worker.pid} died; another takes its place.`);
    this.living.delete(dead);
    if (this.living.size === 0) {
      this.arrival = new Signal();
    }
    this.died(dead);
    void this.startAgain();
  }

  private async startAgain(): Promise<void> {
    for (let retry = RETRY_FIRST_MS; !this.stop.signal.aborted; retry = Math.min(retry * 2, RETRY_LAST_MS)) {
      try {
        const worker = await MediaWorker.start(this.settings);
        if (this.stop.signal.aborted) {
          worker.close();
        } else {
          this.add(worker);
        }
        return;
      } catch (failure) {
        log(`A worker does not start: ${reason(failure)}`);
        await pause(retry, undefined, { ref: false });
      }
    }
  }
}
