import type { types } from "mediasoup";
import type { Branch } from "./Branch.ts";

/** Who is heard in a room: told when it changes, at most once an interval of the observers. */
export class Speaking {
  private readonly tell: (endpointIds: string[]) => void;
  private readonly volumes = new Map<Branch, Map<string, number>>();
  private readonly dominant = new Map<Branch, string>();
  private last: string[] = [];

  constructor(tell: (endpointIds: string[]) => void) {
    this.tell = tell;
  }

  heard(branch: Branch, volumes: readonly types.AudioLevelObserverVolume[]): void {
    const loudness = new Map<string, number>();
    for (const { producer, volume } of volumes) {
      const id = endpointOf(producer);
      loudness.set(id, Math.max(volume, loudness.get(id) ?? Number.NEGATIVE_INFINITY));
    }
    this.volumes.set(branch, loudness);
    this.compare();
  }

  dominates(branch: Branch, producer: types.Producer): void {
    this.dominant.set(branch, endpointOf(producer));
    this.compare();
  }

  private compare(): void {
    const now = this.order();
    if (now.length !== this.last.length || now.some((id, i) => id !== this.last[i])) {
      this.last = now;
      this.tell(now);
    }
  }

  /** Who dominates comes first; the rest stays in an order of its own, so that loudness alone is no news. */
  private order(): string[] {
    const loudness = new Map([...this.volumes.values()].flatMap((branch) => [...branch]));
    const dominant = [...this.dominant.values()]
      .filter((id) => loudness.has(id))
      .sort((one, other) => (loudness.get(other) ?? 0) - (loudness.get(one) ?? 0));
    const first = dominant[0];
    const others = [...loudness.keys()].filter((id) => id !== first).sort();
    return first === undefined ? others : [first, ...others];
  }
}

function endpointOf(producer: types.Producer): string {
  return String(producer.appData.endpointId);
}
