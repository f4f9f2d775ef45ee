import type { AccountStorage, Locks, OutboxRecord, Tabs } from "../ports.ts";

/** Tells the other tabs that this one has messages to send. */
interface OutboxNews {
  readonly kind: "outbox";
  readonly accountId: string;
  readonly owner: string;
}

/**
 * Sees to it that what a closed tab left in the outbox is sent by another. Each tab holds a lock with its name for as
 * long as it lives; who gets the lock of another tab knows that it is gone, and takes over what it left.
 */
export class Claims {
  readonly #locks: Locks;
  readonly #tabs: Tabs;
  readonly #storage: AccountStorage;
  readonly #accountId: string;
  readonly #owner: string;
  readonly #adopt: (records: readonly OutboxRecord[]) => void;
  readonly #claimed = new Set<string>();
  readonly #stops: (() => void)[] = [];

  /** @param adopt called with what this tab has to send from now on */
  constructor(
    locks: Locks,
    tabs: Tabs,
    storage: AccountStorage,
    accountId: string,
    owner: string,
    adopt: (records: readonly OutboxRecord[]) => void,
  ) {
    this.#locks = locks;
    this.#tabs = tabs;
    this.#storage = storage;
    this.#accountId = accountId;
    this.#owner = owner;
    this.#adopt = adopt;
  }

  async begin(): Promise<void> {
    this.#stops.push(
      this.#locks.hold(lockOf(this.#owner), () => {}),
      this.#tabs.listen((message) => {
        if (isOutboxNews(message) && message.accountId === this.#accountId) this.#claim(message.owner);
      }),
    );
    const records = await this.#storage.records().catch(() => []);
    this.#adopt(records.filter(({ owner }) => owner === this.#owner));
    for (const { owner } of records) this.#claim(owner);
  }

  /** Call when this tab has put something into the outbox. */
  announce(): void {
    this.#tabs.send({ kind: "outbox", accountId: this.#accountId, owner: this.#owner } satisfies OutboxNews);
  }

  end(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  #claim(owner: string): void {
    if (owner === this.#owner || this.#claimed.has(owner)) return;
    this.#claimed.add(owner);
    const release = this.#locks.hold(lockOf(owner), () => {
      void this.#storage
        .takeOver(owner, this.#owner)
        .then(this.#adopt)
        .catch(() => {})
        .finally(() => release());
    });
    this.#stops.push(release);
  }
}

const lockOf = (owner: string) => `chatcall.tab.${owner}`;

function isOutboxNews(message: unknown): message is OutboxNews {
  return typeof message === "object" && message !== null && "kind" in message && message.kind === "outbox";
}
