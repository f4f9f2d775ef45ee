/** One person's device with its browser tabs, a network that fails, and a server: everything around the client. */
import type { ChatClient } from "../client.ts";
import { createClient } from "../createClient.ts";
import type { AccountStorage, Locks, Ports, SettingsPort, Tabs } from "../ports.ts";
import type { ClientFrame, ServerFrame } from "../protocol.ts";
import { MemoryStorage } from "../storage/memory.ts";
import { FakeLocks } from "./fakeLocks.ts";
import { FakeTimers, settled } from "./fakeTimers.ts";
import { type ModelLine, ModelServer } from "./modelServer.ts";

const LATENCY_MS = 20;

export class FakeWorld {
  readonly timers = new FakeTimers();
  readonly server = new ModelServer();
  readonly storage = new MemoryStorage(true);
  readonly settings = new Map<string, string>();
  readonly locks = new FakeLocks();
  readonly pages = new Set<FakePage>();
  /** False: nothing reaches the server, and what is under way is lost. */
  reachable = true;
  /** What the cookies say. */
  session: "open" | "ended" | "none" = "open";
  /** Paths that were asked for. */
  readonly asked: string[] = [];
  me: string;
  loadCalls: Ports["loadCalls"] = () => Promise.reject(new TypeError("unreachable"));
  #ids = 0;

  constructor(me = "me") {
    this.me = me;
    this.server.addPerson(me);
  }

  openPage(): FakePage {
    const page = new FakePage(this);
    this.pages.add(page);
    page.client.start();
    return page;
  }

  uuid = (): string => `id-${String(++this.#ids).padStart(6, "0")}`;

  /** Every line breaks at once; what was on its way, either way, never arrives. */
  cut(): void {
    for (const page of this.pages) page.cut();
  }

  /** Time passes, and whatever waits for promises or for time happens. */
  async pass(milliseconds: number): Promise<void> {
    await settled();
    for (let left = milliseconds; left > 0; left -= LATENCY_MS) {
      this.timers.advance(Math.min(left, LATENCY_MS));
      await settled();
    }
  }
}

export class FakePage {
  readonly client: ChatClient;
  readonly ports: Ports;
  visible = true;
  readonly #world: FakeWorld;
  readonly #locks: Locks & { releaseAll(): void };
  readonly #heard = new Set<(message: unknown) => void>();
  readonly #watchers = new Set<() => void>();
  readonly #cancels = new Set<() => void>();
  #line: { readonly model: ModelLine; readonly closed: (code: number) => void } | null = null;
  #alive = true;

  constructor(world: FakeWorld) {
    this.#world = world;
    this.#locks = world.locks.ofPage();
    this.ports = this.#makePorts();
    this.client = createClient(this.ports);
  }

  /** The page is gone without a word: closed, crashed, or loaded again. */
  crash(): void {
    this.#alive = false;
    if (this.#line) this.#world.server.disconnect(this.#line.model);
    this.#line = null;
    for (const cancel of this.#cancels) cancel();
    this.#world.pages.delete(this);
    this.#locks.releaseAll();
  }

  cut(): void {
    const line = this.#line;
    this.#line = null;
    if (!line) return;
    this.#world.server.disconnect(line.model);
    line.closed(1006);
  }

  show(visible: boolean): void {
    this.visible = visible;
    for (const watcher of [...this.#watchers]) watcher();
  }

  hear(message: unknown): void {
    for (const heard of [...this.#heard]) heard(structuredClone(message));
  }

  #makePorts(): Ports {
    const world = this.#world;
    const kept = (values: Map<string, string>): SettingsPort => ({
      read: (key) => values.get(key) ?? null,
      write: (key, value) => (value === null ? values.delete(key) : values.set(key, value)),
    });
    const tabs: Tabs = {
      send: (message) => {
        for (const page of world.pages) if (page !== this && this.#alive) page.hear(message);
      },
      listen: (heard) => {
        this.#heard.add(heard);
        return () => this.#heard.delete(heard);
      },
    };
    return {
      http: { request: ({ method, path }) => this.#request(method, path) },
      transport: { open: (events) => this.#open(events) },
      timers: { now: world.timers.now, after: (milliseconds, run) => this.#after(milliseconds, run) },
      storage: { open: async () => this.#whileAlive(world.storage) },
      locks: this.#locks,
      tabs,
      environment: {
        visible: () => this.visible,
        onVisible: (listener) => {
          this.#watchers.add(listener);
          return () => this.#watchers.delete(listener);
        },
        onOnline: () => () => {},
      },
      settings: kept(world.settings),
      tabSettings: kept(new Map()),
      loadCalls: world.loadCalls,
      random: { fraction: () => 0.5, uuid: world.uuid },
      program: { client: "test", device: "test" },
    };
  }

  #after(milliseconds: number, run: () => void): () => void {
    const cancel = this.#world.timers.after(milliseconds, () => {
      this.#cancels.delete(cancel);
      run();
    });
    this.#cancels.add(cancel);
    return cancel;
  }

  #open(events: Parameters<Ports["transport"]["open"]>[0]): ReturnType<Ports["transport"]["open"]> {
    const world = this.#world;
    // In order, and gone with the line.
    const later = (line: ModelLine, run: () => void) =>
      this.#after(LATENCY_MS, () => {
        if (this.#line?.model === line) run();
      });
    const model: ModelLine = {
      accountId: world.me,
      deliver: (frame: ServerFrame) => {
        const text = JSON.stringify(frame);
        later(model, () => events.received(text));
      },
    };
    if (!world.reachable || world.session !== "open") {
      const cancel = this.#after(LATENCY_MS, () => events.closed(1006));
      return { send: () => {}, close: cancel };
    }
    this.#line = { model, closed: events.closed };
    later(model, () => {
      world.server.connect(model);
      events.opened();
    });
    return {
      send: (text) => later(model, () => world.server.receive(model, JSON.parse(text) as ClientFrame)),
      close: () => {
        world.server.disconnect(model);
        if (this.#line?.model === model) this.#line = null;
      },
    };
  }

  async #request(method: string, path: string) {
    const world = this.#world;
    world.asked.push(`${method} ${path}`);
    await new Promise<void>((resolve) => this.#after(LATENCY_MS, resolve));
    if (!world.reachable) throw new TypeError("unreachable");
    const answerOf = (status: number, value: unknown) => ({
      status,
      body: value === undefined ? "" : JSON.stringify(value),
      date: world.timers.now(),
    });
    if (method === "POST" && path === "/api/session") {
      world.session = "open";
      const accessExpiresAt = world.timers.now() + 900_000;
      return answerOf(200, { person: world.server.account(world.me).person, accessExpiresAt });
    }
    if (world.session === "ended") return answerOf(401, { code: "auth.session_ended" });
    if (world.session === "none") return answerOf(401, { code: "auth.required" });
    if (method === "DELETE" && path === "/api/session") {
      world.session = "none";
      return answerOf(204, undefined);
    }
    const [, conversationId, query] = path.match(/^\/api\/conversations\/([^/]+)\/messages\?(.*)$/) ?? [];
    const answer = conversationId
      ? world.server.page(conversationId, new URLSearchParams(query))
      : world.server.account(world.me);
    return answerOf(200, answer);
  }

  /** A page that is gone hears no answers. */
  #whileAlive(storage: AccountStorage): AccountStorage {
    const guarded = <A extends unknown[], T>(run: (...args: A) => Promise<T>) => {
      return async (...args: A): Promise<T> => {
        if (!this.#alive) return new Promise<never>(() => {});
        const value = await run.apply(storage, args);
        return this.#alive ? value : new Promise<never>(() => {});
      };
    };
    return {
      durable: storage.durable,
      records: guarded(storage.records),
      add: guarded(storage.add),
      put: guarded(storage.put),
      remove: guarded(storage.remove),
      takeOver: guarded(storage.takeOver),
      close: () => {},
      destroy: guarded(storage.destroy),
    };
  }
}
