import fc from "fast-check";
import { expect, test } from "vitest";
import type { ErrorCode } from "../protocol.ts";
import { type FakePage, FakeWorld } from "../testing/fakeWorld.ts";

const GROUPS = ["g1", "g2"] as const;

type Step =
  | { readonly do: "write"; readonly group: string; readonly page: number }
  | { readonly do: "cut" | "reload" | "open" | "close"; readonly page: number }
  | { readonly do: "network"; readonly up: boolean }
  | { readonly do: "refuse"; readonly code: ErrorCode }
  | { readonly do: "pass"; readonly milliseconds: number };

const page = fc.nat({ max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant("write" as const), group: fc.constantFrom(...GROUPS), page }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom("cut" as const, "reload" as const), page }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("open" as const, "close" as const), page }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("network" as const), up: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("refuse" as const),
      code: fc.constantFrom<ErrorCode>("rate.limited", "server.busy", "server.internal"),
    }),
  },
  // Short enough to fall between a message's way there and the answer's way back.
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant("pass" as const),
      milliseconds: fc.constantFrom(5, 20, 40, 60, 400, 5_000),
    }),
  },
);

/** A server that fails six times over a message leaves it to the person, who is not here. */
const sequences = (of: fc.Arbitrary<Step>) =>
  fc
    .array(of, { maxLength: 40 })
    .filter(
      (steps) => steps.filter((each) => each.do === "refuse" && each.code === "server.internal").length < 6,
    );

async function newWorld(): Promise<FakeWorld> {
  const world = new FakeWorld();
  for (const id of GROUPS) world.server.createGroup(id, id, [world.me, "ann"]);
  world.openPage();
  await world.pass(500);
  return world;
}

const pageOf = (world: FakeWorld, number: number): FakePage | undefined =>
  [...world.pages][number % world.pages.size];

/** @returns the text written, if one was */
async function run(world: FakeWorld, step: Step, text: string): Promise<string | null> {
  switch (step.do) {
    case "write": {
      const page = pageOf(world, step.page);
      // Nothing can be written on a page that does not know yet who is signed in.
      if (page?.client.state.session.get().state !== "signedIn") return null;
      void page.client.messages.sendText(step.group, text);
      await world.pass(0);
      return text;
    }
    case "cut":
      pageOf(world, step.page)?.cut();
      return null;
    case "reload":
      pageOf(world, step.page)?.crash();
      world.openPage();
      return null;
    case "open":
      if (world.pages.size < 3) world.openPage();
      return null;
    case "close":
      if (world.pages.size > 1) pageOf(world, step.page)?.crash();
      return null;
    case "network":
      world.reachable = step.up;
      if (!step.up) world.cut();
      return null;
    case "refuse":
      world.server.refusals.push(step.code);
      return null;
    case "pass":
      await world.pass(step.milliseconds);
      return null;
  }
}

function storedTexts(world: FakeWorld, group: string): readonly string[] {
  const messages = world.server.conversations.get(group)?.messages ?? [];
  return messages.flatMap(({ senderId, body }) =>
    senderId === world.me && body.type === "text" ? [body.text] : [],
  );
}

const endWell = async (world: FakeWorld) => {
  world.reachable = true;
  world.server.refusals.length = 0;
  await world.pass(120_000);
};

test("no message is lost or doubled, whatever happens to the line, the server or the pages", async () => {
  await fc.assert(
    fc.asyncProperty(sequences(step), async (steps) => {
      const world = await newWorld();
      const written: Record<string, string[]> = { g1: [], g2: [] };
      for (const [i, each] of steps.entries()) {
        const text = await run(world, each, `message ${i}`);
        if (text !== null && each.do === "write") written[each.group]?.push(text);
      }
      await endWell(world);
      for (const group of GROUPS)
        expect(storedTexts(world, group).toSorted()).toEqual(written[group]?.toSorted());
      expect(await world.storage.records()).toEqual([]);
      for (const { client } of world.pages)
        expect(client.state.outbox.get()).toMatchObject({ unsent: 0, failed: 0 });
    }),
    { numRuns: 150 },
  );
}, 60_000);

test("messages written on one page are stored in the order of writing", async () => {
  const alone = step.filter((each) => each.do !== "open" && each.do !== "close");
  await fc.assert(
    fc.asyncProperty(sequences(alone), async (steps) => {
      const world = await newWorld();
      const written: Record<string, string[]> = { g1: [], g2: [] };
      for (const [i, each] of steps.entries()) {
        const text = await run(world, each, `message ${i}`);
        if (text !== null && each.do === "write") written[each.group]?.push(text);
      }
      await endWell(world);
      for (const group of GROUPS) expect(storedTexts(world, group)).toEqual(written[group]);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test("what is on screen shows each message once, at every moment", async () => {
  await fc.assert(
    fc.asyncProperty(sequences(step), async (steps) => {
      const world = await newWorld();
      const seen = () => {
        for (const { client } of world.pages) {
          const { entries } = client.state.timeline("g1").get();
          const keys = entries.map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
        }
      };
      const watch = () => {
        for (const { client } of world.pages) client.state.timeline("g1").subscribe(seen);
      };
      watch();
      for (const [i, each] of steps.entries()) {
        await run(world, each, `message ${i}`);
        if (each.do === "reload" || each.do === "open") watch();
        seen();
      }
    }),
    { numRuns: 100 },
  );
}, 60_000);

test("that there was often too much at once is not held against a message that the server fails over", async () => {
  const world = await newWorld();
  world.server.refusals.push(...Array.from({ length: 6 }, () => "rate.limited" as const), "server.internal");
  await run(world, { do: "write", group: "g1", page: 0 }, "one");
  await world.pass(300_000);
  expect(storedTexts(world, "g1")).toEqual(["one"]);
});
