import type { AccountStorage, OutboxRecord, StoragePort } from "../ports.ts";
import { MemoryStorage } from "./memory.ts";

const VERSION = 1;
const OUTBOX = "outbox";

/** One database an account. Where the browser gives none, such as in some private windows, memory serves. */
export function indexedDbStorage(factory: IDBFactory | undefined): StoragePort {
  return {
    open: async (accountId) => {
      if (!factory) return new MemoryStorage();
      try {
        return new IndexedDbStorage(factory, await openDatabase(factory, nameOf(accountId)));
      } catch {
        return new MemoryStorage();
      }
    },
  };
}

const nameOf = (accountId: string) => `chatcall-${accountId}`;

class IndexedDbStorage implements AccountStorage {
  readonly durable = true;
  readonly #factory: IDBFactory;
  readonly #database: IDBDatabase;

  constructor(factory: IDBFactory, database: IDBDatabase) {
    this.#factory = factory;
    this.#database = database;
    // Another tab deletes it after signing out, or a newer version of the program changes it.
    database.onversionchange = () => database.close();
  }

  records(): Promise<readonly OutboxRecord[]> {
    return this.#run(OUTBOX, "readonly", (store) => store.getAll());
  }

  async add(record: Omit<OutboxRecord, "order">): Promise<OutboxRecord> {
    const order = await this.#write<IDBValidKey>(OUTBOX, (store) => store.add(record));
    return { ...record, order: order as number };
  }

  /** Nothing is put back that was removed in the meantime. */
  async put(record: OutboxRecord): Promise<void> {
    await this.#run(OUTBOX, "readwrite", (store) => {
      const held = store.getKey(record.order);
      held.onsuccess = () => {
        if (held.result !== undefined) store.put(record);
      };
      return held;
    });
  }

  async remove(order: number): Promise<void> {
    await this.#write(OUTBOX, (store) => store.delete(order));
  }

  async takeOver(from: string, to: string): Promise<readonly OutboxRecord[]> {
    const taken: OutboxRecord[] = [];
    await this.#run(OUTBOX, "readwrite", (store) => {
      const all: IDBRequest<OutboxRecord[]> = store.getAll();
      all.onsuccess = () => {
        for (const record of all.result.filter(({ owner }) => owner === from)) {
          taken.push({ ...record, owner: to });
          store.put({ ...record, owner: to });
        }
      };
      return all;
    });
    return taken;
  }

  close(): void {
    this.#database.close();
  }

  destroy(): Promise<void> {
    const { name } = this.#database;
    this.#database.close();
    return new Promise((resolve, reject) => {
      const request = this.#factory.deleteDatabase(name);
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
      // Another tab still has it open; it is deleted when that closes.
      request.onblocked = () => resolve();
    });
  }

  /**
   * One change, also from a page that goes away: a transaction commits by itself only once the page has heard the
   * answer, and by then the page may be gone.
   */
  #write<T>(name: string, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    return this.#run(name, "readwrite", (store) => {
      const request = ask(store);
      store.transaction.commit();
      return request;
    });
  }

  /** Done when the transaction is on disk, not when the request is answered. */
  #run<T>(name: string, mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const transaction = this.#database.transaction(name, mode, {
        durability: mode === "readwrite" ? "strict" : "default",
      });
      const request = ask(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
  }
}

function openDatabase(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(OUTBOX, { keyPath: "order", autoIncrement: true });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
}
