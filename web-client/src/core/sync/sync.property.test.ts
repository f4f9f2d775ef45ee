import fc from "fast-check";
import { expect, test } from "vitest";
import type { ServerFrame } from "../protocol.ts";
import { FakeTimers } from "../testing/fakeTimers.ts";
import { type ModelLine, ModelServer } from "../testing/modelServer.ts";
import type { SyncState } from "./model.ts";
import { Replica } from "./replica.ts";

const ME = "me";
const OTHERS = ["ann", "bob"] as const;
const GROUPS = ["g1", "g2"] as const;

/** What may happen on the server, on the way, and here. */
type Step =
  | { readonly do: "say"; readonly group: string; readonly who: string; readonly mention: boolean }
  | {
      readonly do: "move";
      readonly group: string;
      readonly who: string;
      readonly part: number;
      readonly read: boolean;
    }
  | { readonly do: "rename"; readonly group: string; readonly name: string }
  | { readonly do: "leaveOrJoin"; readonly group: string; readonly who: string }
  | { readonly do: "profile"; readonly who: string; readonly name: string }
  | { readonly do: "deliver" | "lose" | "double" | "swap"; readonly count: number }
  | { readonly do: "wait"; readonly milliseconds: number }
  | { readonly do: "reconnect" };

const who = fc.constantFrom(ME, ...OTHERS);
const group = fc.constantFrom(...GROUPS);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant("say" as const), group, who, mention: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("move" as const),
      group,
      who,
      part: fc.double({ min: 0, max: 1, noNaN: true }),
      read: fc.boolean(),
    }),
  },
  fc.record({ do: fc.constant("rename" as const), group, name: fc.string({ maxLength: 4 }) }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant("leaveOrJoin" as const), group, who }) },
  fc.record({ do: fc.constant("profile" as const), who, name: fc.string({ maxLength: 4 }) }),
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constantFrom(
        "deliver" as const,
        "deliver" as const,
        "lose" as const,
        "double" as const,
        "swap" as const,
      ),
      count: fc.integer({ min: 1, max: 6 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("wait" as const),
      milliseconds: fc.integer({ min: 1, max: 3_000 }),
    }),
  },
  fc.constant({ do: "reconnect" as const }),
);

/** A client at the end of a line that loses, doubles and swaps frames. */
class BadlyConnected {
  readonly timers = new FakeTimers();
  readonly replica: Replica;
  readonly #server: ModelServer;
  #frames: ServerFrame[] = [];
  #line: ModelLine | null = null;

  constructor(server: ModelServer) {
    this.#server = server;
    this.replica = new Replica(this.timers, {
      send: (frame) => {
        if (this.#line) this.#server.receive(this.#line, frame);
        return this.#line !== null;
      },
      bodyOf: () => null,
      happened: () => {},
    });
    this.replica.begin(ME);
  }

  reconnect(): void {
    if (this.#line) this.#server.disconnect(this.#line);
    this.#frames = [];
    this.#line = { accountId: ME, deliver: (frame) => this.#frames.push(frame) };
    this.#server.connect(this.#line);
    this.#server.receive(this.#line, this.replica.hello("test"));
  }

  deliver(count: number): void {
    for (const frame of this.#frames.splice(0, count)) this.replica.receive(structuredClone(frame));
  }

  lose(count: number): void {
    this.#frames.splice(0, count);
  }

  double(count: number): void {
    this.#frames.splice(count, 0, ...this.#frames.slice(0, count));
  }

  swap(count: number): void {
    this.#frames.unshift(...this.#frames.splice(0, count).reverse());
  }

  deliverAll(): void {
    while (this.#frames.length) this.deliver(this.#frames.length);
  }
}

function newServer(changesMax: number): ModelServer {
  const server = new ModelServer();
  server.changesMax = changesMax;
  for (const id of [ME, ...OTHERS]) server.addPerson(id);
  for (const id of GROUPS) server.createGroup(id, id, [OTHERS[0], ME, OTHERS[1]]);
  return server;
}

function run(server: ModelServer, client: BadlyConnected, step: Step): void {
  switch (step.do) {
    case "say": {
      if (!server.conversations.get(step.group)?.has(step.who)) return;
      server.say(step.group, step.who, { type: "text", text: "hello", mentions: step.mention ? [ME] : [] });
      return;
    }
    case "move": {
      const seq = Math.floor((server.conversations.get(step.group)?.lastSeq ?? 0) * step.part);
      server.move(step.group, step.who, step.read ? seq : 0, seq);
      return;
    }
    case "rename":
      server.rename(step.group, OTHERS[0], step.name);
      return;
    case "leaveOrJoin":
      if (step.who === OTHERS[0]) return;
      if (server.conversations.get(step.group)?.has(step.who)) server.remove(step.group, OTHERS[0], step.who);
      else server.add(step.group, OTHERS[0], step.who);
      return;
    case "profile":
      server.changeProfile(step.who, step.name);
      return;
    case "wait":
      client.timers.advance(step.milliseconds);
      return;
    case "reconnect":
      client.reconnect();
      return;
    default:
      client[step.do](step.count);
  }
}

/** What must be the same for everybody who knows the conversation up to the same change. */
function essence(state: SyncState) {
  const conversations = [...state.conversations].map(([id, entry]) => ({
    id,
    conversation: entry.conversation,
    change: entry.change,
    lastSeq: entry.lastSeq,
    lastMessage: entry.lastMessage,
    unreadMentions: entry.unreadMentions,
    participants: [...entry.participants.values()].sort((a, b) => (a.accountId < b.accountId ? -1 : 1)),
  }));
  conversations.sort((a, b) => (a.id < b.id ? -1 : 1));
  const people = [...state.people].sort(([a], [b]) => (a < b ? -1 : 1));
  return { account: state.account, conversations, people, aside: state.aside.size };
}

function freshLoad(server: ModelServer): SyncState {
  const fresh = new BadlyConnected(server);
  fresh.reconnect();
  fresh.deliverAll();
  return fresh.replica.state.get();
}

function expectHistoryIsTrue(server: ModelServer, state: SyncState): void {
  for (const [id, { ranges }] of state.conversations) {
    const stored = server.conversations.get(id)?.messages ?? [];
    for (const range of ranges) {
      const first = range[0]?.seq ?? 0;
      expect(range).toEqual(stored.slice(first - 1, first - 1 + range.length));
    }
  }
}

const cases = fc.record({
  steps: fc.array(step, { maxLength: 80 }),
  changesMax: fc.constantFrom(3, 10, 500),
});

test("whatever was lost, doubled or swapped: after coming back, what is held is what a fresh load gives", () => {
  fc.assert(
    fc.property(cases, ({ steps, changesMax }) => {
      const server = newServer(changesMax);
      const client = new BadlyConnected(server);
      client.reconnect();
      for (const each of steps) run(server, client, each);
      client.reconnect();
      client.deliverAll();
      const state = client.replica.state.get();
      expect(essence(state)).toEqual(essence(freshLoad(server)));
      expectHistoryIsTrue(server, state);
    }),
    { numRuns: 400 },
  );
});

test("a gap closes by itself while the line stays up", () => {
  const quiet = step.filter(
    (each) => each.do !== "reconnect" && each.do !== "leaveOrJoin" && each.do !== "profile",
  );
  fc.assert(
    fc.property(fc.array(quiet, { maxLength: 60 }), fc.constantFrom(3, 500), (steps, changesMax) => {
      const server = newServer(changesMax);
      const client = new BadlyConnected(server);
      client.reconnect();
      client.deliverAll();
      for (const each of steps) run(server, client, each);
      // The next change shows what is missing.
      for (const id of GROUPS) server.say(id, OTHERS[0], { type: "text", text: "last", mentions: [] });
      for (let second = 0; second < 70; second++) {
        client.deliverAll();
        client.timers.advance(1_000);
      }
      expect(essence(client.replica.state.get())).toEqual(essence(freshLoad(server)));
      expectHistoryIsTrue(server, client.replica.state.get());
    }),
    { numRuns: 300 },
  );
});
