import type { Timers } from "../ports.ts";
import type { QualityCause } from "../protocol.ts";
import { causeOf, linkBetween, type Measure, type Sample } from "./quality.ts";
import type { LinkQuality } from "./types.ts";

const MEASURE_EVERY_MS = 2_000;
/** Ten minutes of it decide how a call was. */
const MEASURES_KEPT = 300;

/** Measures a call every two seconds, for the marks during it and the verdict after it. */
export class LinkWatch {
  readonly #accountId: string;
  readonly #timers: Timers;
  readonly #samples: () => Promise<ReadonlyMap<string, Sample>>;
  readonly #measured: (links: ReadonlyMap<string, LinkQuality>) => void;
  readonly #measures = new Map<string, Measure[]>();
  #before: ReadonlyMap<string, Sample> = new Map();
  #stop: () => void = () => {};
  #closed = false;

  constructor(
    accountId: string,
    timers: Timers,
    samples: () => Promise<ReadonlyMap<string, Sample>>,
    measured: (links: ReadonlyMap<string, LinkQuality>) => void,
  ) {
    this.#accountId = accountId;
    this.#timers = timers;
    this.#samples = samples;
    this.#measured = measured;
    this.#later();
  }

  cause(): QualityCause | null {
    return causeOf(this.#measures);
  }

  close(): void {
    this.#closed = true;
    this.#stop();
  }

  #later(): void {
    this.#stop = this.#timers.after(MEASURE_EVERY_MS, () => void this.#measure());
  }

  async #measure(): Promise<void> {
    // A connection that closes meanwhile has nothing to tell.
    const samples = await this.#samples().catch(() => new Map<string, Sample>());
    if (this.#closed) return;
    const links = new Map<string, LinkQuality>();
    for (const [accountId, sample] of samples) {
      const link = linkBetween(comparable(this.#before.get(accountId), sample), sample);
      links.set(accountId, link);
      const measure = { link, limitedBy: sample.limitedBy, self: accountId === this.#accountId };
      const list = [...(this.#measures.get(accountId) ?? []), measure];
      this.#measures.set(accountId, list.slice(-MEASURES_KEPT));
    }
    this.#before = samples;
    this.#measured(links);
    this.#later();
  }
}

/** Another way begins to count from zero. */
function comparable(before: Sample | undefined, after: Sample): Sample | undefined {
  const same = before && before.bytesIn <= after.bytesIn && before.bytesOut <= after.bytesOut;
  return same ? before : undefined;
}
