import type { types } from "mediasoup";

const CALM_MS = 1_500;

interface Wanted {
  readonly endpointId: string;
  readonly highest: number;
  /** By consumer; one that is paused wants none and is not here. */
  readonly layers: Map<string, number>;
  told: number | null | undefined;
  calm: NodeJS.Timeout | undefined;
}

/** What was found out about a producer: the highest layer that anybody wants, null for none. */
export type LayerNews = (endpointId: string, producerId: string, spatialLayer: number | null) => void;

/**
 * Counts what the consumers of each video producer want. More is told at once, less only when it has stayed so for a
 * moment: somebody who turns a page wants the same again.
 */
export class Layers {
  private readonly tell: LayerNews;
  private readonly producers = new Map<string, Wanted>();

  constructor(tell: LayerNews) {
    this.tell = tell;
  }

  add(endpointId: string, producer: types.Producer): void {
    const wanted: Wanted = {
      endpointId,
      highest: layersOf(producer) - 1,
      layers: new Map(),
      told: undefined,
      calm: undefined,
    };
    this.producers.set(producer.id, wanted);
    producer.observer.once("close", () => {
      clearTimeout(wanted.calm);
      this.producers.delete(producer.id);
    });
    this.changed(producer.id, wanted);
  }

  /** @param spatialLayer null when the consumer wants nothing any more */
  want(producerId: string, consumerId: string, spatialLayer: number | null): void {
    const wanted = this.producers.get(producerId);
    if (wanted === undefined) {
      return;
    }
    if (spatialLayer === null) {
      wanted.layers.delete(consumerId);
    } else {
      wanted.layers.set(consumerId, Math.min(spatialLayer, wanted.highest));
    }
    this.changed(producerId, wanted);
  }

  private changed(producerId: string, wanted: Wanted): void {
    clearTimeout(wanted.calm);
    const layer = most(wanted);
    if (layer === wanted.told) {
      return;
    }
    if (layer !== null && layer > (wanted.told ?? -1)) {
      this.say(producerId, wanted);
    } else {
      wanted.calm = setTimeout(() => this.say(producerId, wanted), CALM_MS);
      wanted.calm.unref();
    }
  }

  private say(producerId: string, wanted: Wanted): void {
    wanted.told = most(wanted);
    this.tell(wanted.endpointId, producerId, wanted.told);
  }
}

function most(wanted: Wanted): number | null {
  return wanted.layers.size === 0 ? null : Math.max(...wanted.layers.values());
}

/** Simulcast has an encoding a layer, SVC names its layers in the scalability mode. */
function layersOf(producer: types.Producer): number {
  const encodings = producer.rtpParameters.encodings ?? [];
  const svc = /^[LS](\d)/.exec(encodings[0]?.scalabilityMode ?? "")?.[1];
  return Math.max(encodings.length, svc === undefined ? 1 : Number(svc), 1);
}
