import { test as base, type Browser, expect } from "@playwright/test";
import { Faults } from "./faults.ts";
import { People } from "./people.ts";
import { ChatServer } from "./server.ts";

/** A server of one test's own, with its people. */
export interface OwnServer {
  readonly server: ChatServer;
  /** @param url another way to the server */
  readonly peopleAt: (url: string) => People;
}

interface TestFixtures {
  /** What the pages complained of; a test fails if there is anything in the end. */
  readonly faults: Faults;
  /** New people on the server that the tests share. */
  readonly people: People;
  /** Starts a server for this test alone, with settings (`CHATCALL_*`) beside the usual ones. */
  readonly startServer: (environment?: Readonly<Record<string, string>>) => Promise<OwnServer>;
}

interface WorkerFixtures {
  readonly server: ChatServer;
}

/** What a server logs when something went wrong inside it. */
const FAILURE = /^.*( ERROR |Exception\b).*$/m;

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of what a fixture needs from here
    async ({}, use) => {
      const server = await ChatServer.start();
      await use(server);
      await server.close();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  faults: async ({}, use) => {
    const faults = new Faults();
    await use(faults);
    expect(faults.found).toEqual([]);
  },
  people: async ({ browser, server, faults }, use, info) => {
    const begun = server.log.length;
    const people = new People(browser, server.url, faults);
    await use(people);
    await people.close();
    const log = server.log.slice(begun);
    if (info.errors.length > 0) await info.attach("server.log", { body: log });
    expect(log).not.toMatch(FAILURE);
  },
  startServer: async ({ browser, faults }, use, info) => {
    const started: StartedServer[] = [];
    await use(async (environment) => {
      const own = new StartedServer(await ChatServer.start(environment), browser, faults);
      started.push(own);
      return own;
    });
    for (const own of started) {
      await own.close();
      if (info.errors.length > 0) await info.attach("server.log", { body: own.server.log });
      expect(own.server.log).not.toMatch(FAILURE);
    }
  },
});

class StartedServer implements OwnServer {
  readonly server: ChatServer;
  readonly #browser: Browser;
  readonly #faults: Faults;
  readonly #people: People[] = [];

  constructor(server: ChatServer, browser: Browser, faults: Faults) {
    this.server = server;
    this.#browser = browser;
    this.#faults = faults;
  }

  readonly peopleAt = (url: string): People => {
    const people = new People(this.#browser, url, this.#faults);
    this.#people.push(people);
    return people;
  };

  async close(): Promise<void> {
    for (const people of this.#people) await people.close();
    await this.server.close();
  }
}

export { expect };
