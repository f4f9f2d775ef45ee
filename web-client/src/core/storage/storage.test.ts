import { IDBFactory } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import type { AccountStorage } from "../ports.ts";
import { indexedDbStorage } from "./indexedDb.ts";
import { MemoryStorage } from "./memory.ts";

const record = (id: string, owner = "tab") => ({
  conversationId: "c",
  id,
  body: { type: "text" as const, text: id, mentions: [] },
  writtenAt: 1,
  owner,
  failed: null,
});

const kinds: [string, () => Promise<AccountStorage>][] = [
  ["IndexedDB", () => indexedDbStorage(new IDBFactory()).open("me")],
  ["memory", async () => new MemoryStorage()],
];

describe.each(kinds)("storage in %s", (_, open) => {
  test("keeps records in the order of writing", async () => {
    const storage = await open();
    const orders = [];
    for (const id of ["a", "b", "c"]) orders.push((await storage.add(record(id))).order);
    expect(orders).toEqual(orders.toSorted((x, y) => x - y));
    expect((await storage.records()).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  test("changes and removes them", async () => {
    const storage = await open();
    const [a, b] = [await storage.add(record("a")), await storage.add(record("b"))];
    await storage.put({ ...a, failed: "message.too_long" });
    await storage.remove(b.order);
    expect(await storage.records()).toEqual([{ ...a, failed: "message.too_long" }]);
    await storage.put(b);
    expect(await storage.records()).toHaveLength(1);
  });

  test("gives what a closed tab left to one other, once", async () => {
    const storage = await open();
    await storage.add(record("a", "gone"));
    await storage.add(record("b", "alive"));
    expect((await storage.takeOver("gone", "me")).map(({ id, owner }) => [id, owner])).toEqual([["a", "me"]]);
    expect(await storage.takeOver("gone", "other")).toEqual([]);
    expect((await storage.records()).map(({ owner }) => owner)).toEqual(["me", "alive"]);
  });
});

test("IndexedDB outlives the page, each account for itself, until it is destroyed", async () => {
  const storage = indexedDbStorage(new IDBFactory());
  const before = await storage.open("me");
  await before.add(record("a"));
  before.close();
  const other = await storage.open("other");
  expect(await other.records()).toEqual([]);
  const after = await storage.open("me");
  expect(await after.records()).toHaveLength(1);
  await after.destroy();
  expect(await (await storage.open("me")).records()).toEqual([]);
});

test("where the browser keeps nothing, memory serves, and says so", async () => {
  const none = await indexedDbStorage(undefined).open("me");
  expect(none.durable).toBe(false);
  const factory = new IDBFactory();
  factory.open = () => {
    throw new DOMException("denied", "SecurityError");
  };
  expect((await indexedDbStorage(factory).open("me")).durable).toBe(false);
});
