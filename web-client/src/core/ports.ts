/** What the core needs of the machine it runs on. `browser/` has it for browsers, the tests for themselves. */
import type { OpenEngine } from "./calls/engine.ts";
import type { Body } from "./protocol.ts";

export interface Ports {
  readonly http: HttpPort;
  readonly transport: Transport;
  readonly timers: Timers;
  readonly storage: StoragePort;
  readonly locks: Locks;
  readonly tabs: Tabs;
  readonly environment: Environment;
  readonly settings: SettingsPort;
  /** As `settings`, of this tab alone: a reload keeps it, another tab does not see it. */
  readonly tabSettings: SettingsPort;
  readonly random: RandomPort;
  /** Fetches what makes and carries calls, which is too large for the first load. */
  readonly loadCalls: () => Promise<OpenEngine>;
  /** Name and version of the program, for `hello` and the list of sessions. */
  readonly program: { readonly client: string; readonly device: string };
}

export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Of the server, beginning with `/api/`. */
  readonly path: string;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, with its own type. */
  readonly blob?: Blob;
}

export interface HttpResponse {
  readonly status: number;
  readonly body: string;
  /** The server's clock (ms since the epoch), or null where the answer does not say. */
  readonly date: number | null;
}

export interface HttpPort {
  /** Cookies go along. Rejects only when no answer came. */
  request(request: HttpRequest): Promise<HttpResponse>;
}

export interface LineEvents {
  opened(): void;
  received(text: string): void;
  /** Once, whether it was open before or not; 1006 where there is no better reason. */
  closed(code: number): void;
}

export interface Line {
  send(text: string): void;
  /** `closed` is not called after this. */
  close(): void;
}

export interface Transport {
  open(events: LineEvents): Line;
}

export interface Timers {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs something once. Returns how to call it off. */
  after(milliseconds: number, run: () => void): () => void;
}

export interface RandomPort {
  /** 0 ≤ x < 1 */
  fraction(): number;
  /** A new UUIDv7. */
  uuid(): string;
}

export interface Locks {
  /** Runs the task while nobody else of this device holds the lock; waits for it. */
  exclusive<T>(name: string, task: () => Promise<T>): Promise<T>;
  /**
   * Holds the lock until `release` is called or the page is gone; `gained` is called once it is held, which may be
   * never.
   */
  hold(name: string, gained: () => void): () => void;
}

/** What the tabs of one device tell each other. A tab does not hear itself. */
export interface Tabs {
  send(message: unknown): void;
  listen(heard: (message: unknown) => void): () => void;
}

export interface Environment {
  /** The page is in front and may be seen. */
  visible(): boolean;
  /** Called when that changes. */
  onVisible(listener: () => void): () => void;
  /** Called when the network came back. */
  onOnline(listener: () => void): () => void;
}

/** Small text values that are no secret and survive a reload. Where nothing is kept, reading gives null. */
export interface SettingsPort {
  read(key: string): string | null;
  write(key: string, value: string | null): void;
}

/** One of one's own messages that the server may not have yet. */
export interface OutboxRecord {
  /** Given when it is added; ascending in the order of writing. */
  readonly order: number;
  readonly conversationId: string;
  readonly id: string;
  readonly body: Body;
  /** Milliseconds since the epoch, of this device. */
  readonly writtenAt: number;
  /** The tab that sends it. */
  readonly owner: string;
  /** Why it was refused for good, or null. */
  readonly failed: string | null;
}

export interface StoragePort {
  /** What this device keeps for one account. Never rejects: where nothing can be kept, it is kept in memory. */
  open(accountId: string): Promise<AccountStorage>;
}

/** Each promise is done when the change survives a crash of the page; it rejects when it could not be kept. */
export interface AccountStorage {
  /** False where everything is gone with the page. */
  readonly durable: boolean;
  records(): Promise<readonly OutboxRecord[]>;
  add(record: Omit<OutboxRecord, "order">): Promise<OutboxRecord>;
  put(record: OutboxRecord): Promise<void>;
  remove(order: number): Promise<void>;
  /** Makes one tab's records another's, at once. Returns them. */
  takeOver(from: string, to: string): Promise<readonly OutboxRecord[]>;
  close(): void;
  /** Deletes everything kept for the account. */
  destroy(): Promise<void>;
}
