import { test as base, expect, type TestInfo } from "@playwright/test";
import { Faults } from "./faults.ts";
import { People } from "./people.ts";
import { ChatServer } from "./server.ts";

interface TestFixtures {
  /** What the pages complained of; a test fails if there is anything in the end. */
  readonly faults: Faults;
  /** New people on the server that the tests share. */
  readonly people: People;
  /** People who reach a server at another address than that of the shared one. */
  readonly peopleAt: (url: string) => People;
  /** Starts a server for this test alone, with settings (`CHATCALL_*`) beside the usual ones. */
  readonly startServer: (environment?: Readonly<Record<string, string>>) => Promise<ChatServer>;
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
  peopleAt: async ({ browser, faults }, use) => {
    const all: People[] = [];
    await use((url) => {
      const people = new People(browser, url, faults);
      all.push(people);
      return people;
    });
    for (const people of all) await people.close();
  },
  people: async ({ server, peopleAt }, use, info) => {
    const begun = server.log.length;
    await use(peopleAt(server.url));
    await expectWell(server.log.slice(begun), info);
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  startServer: async ({}, use, info) => {
    const servers: ChatServer[] = [];
    await use(async (environment) => {
      const server = await ChatServer.start(environment);
      servers.push(server);
      return server;
    });
    for (const server of servers) {
      await server.close();
      await expectWell(server.log, info);
    }
  },
});

async function expectWell(log: string, info: TestInfo): Promise<void> {
  if (info.errors.length > 0) await info.attach("server.log", { body: log });
  expect(log).not.toMatch(FAILURE);
}

export { expect };
