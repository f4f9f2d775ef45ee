import type { AccountStorage, OutboxRecord } from "../ports.ts";

/** Keeps everything for as long as it lives itself: where the browser keeps nothing, and in tests. */
export class MemoryStorage implements AccountStorage {
  readonly durable: boolean;
  #records: readonly OutboxRecord[] = [];
  #order = 0;

  constructor(durable = false) {
    this.durable = durable;
  }

  async records(): Promise<readonly OutboxRecord[]> {
    return this.#records;
  }

  async add(record: Omit<OutboxRecord, "order">): Promise<OutboxRecord> {
    const kept = { ...record, order: ++this.#order };
    this.#records = [...this.#records, kept];
    return kept;
  }

  async put(record: OutboxRecord): Promise<void> {
    this.#records = this.#records.map((held) => (held.order === record.order ? record : held));
  }

  async remove(order: number): Promise<void> {
    this.#records = this.#records.filter((held) => held.order !== order);
  }

  async takeOver(from: string, to: string): Promise<readonly OutboxRecord[]> {
    const taken = this.#records.filter(({ owner }) => owner === from).map((held) => ({ ...held, owner: to }));
    this.#records = this.#records.map((held) => taken.find(({ order }) => order === held.order) ?? held);
    return taken;
  }

  close(): void {}

  async destroy(): Promise<void> {
    this.#records = [];
  }
}
