import type { types } from "mediasoup";
import type { Branch } from "./Branch.ts";

/** Between two words nobody has stopped speaking. */
const HOLD_MS = 1_000;

interface Voice {
  volume: number;
  /** In milliseconds of this process. */
  heardAt: number;
}

/** Who is heard in a room, told when it changes. */
export class Speaking {
  private readonly tell: (endpointIds: string[]) => void;
  private readonly voices = new Map<string, Voice>();
  private readonly dominant = new Map<Branch, string>();
  private last: string[] = [];
  private expiry: NodeJS.Timeout | undefined;

  constructor(tell: (endpointIds: string[]) => void) {
    this.tell = tell;
  }

  heard(volumes: readonly types.AudioLevelObserverVolume[]): void {
    const heardAt = performance.now();
    for (const { producer, volume } of volumes) {
      this.voices.set(endpointOf(producer), { volume, heardAt });
    }
    this.compare();
  }

  dominates(branch: Branch, producer: types.Producer): void {
    this.dominant.set(branch, endpointOf(producer));
    this.compare();
  }

  private compare(): void {
    this.forget();
    const now = this.order();
    if (now.length !== this.last.length || now.some((id, i) => id !== this.last[i])) {
      this.last = now;
      this.tell(now);
    }
  }

  private forget(): void {
    const now = performance.now();
    for (const [id, { heardAt }] of this.voices) {
      if (now - heardAt >= HOLD_MS) {
        this.voices.delete(id);
      }
    }
    clearTimeout(this.expiry);
    if (this.voices.size > 0) {
      const first = Math.min(...[...this.voices.values()].map((voice) => voice.heardAt));
      this.expiry = setTimeout(() => this.compare(), first + HOLD_MS - now + 1).unref();
    }
  }

  /** Who dominates comes first; the rest stays in an order of its own, so that loudness alone is no news. */
  private order(): string[] {
    const volume = (id: string) => this.voices.get(id)?.volume ?? Number.NEGATIVE_INFINITY;
    const first = [...this.dominant.values()]
      .filter((id) => this.voices.has(id))
      .sort((one, other) => volume(other) - volume(one))[0];
    const others = [...this.voices.keys()].filter((id) => id !== first).sort();
    return first === undefined ? others : [first, ...others];
  }
}

function endpointOf(producer: types.Producer): string {
  return String(producer.appData.endpointId);
}
