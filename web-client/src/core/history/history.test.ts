import { beforeEach, describe, expect, test } from "vitest";
import { type FakePage, FakeWorld } from "../testing/fakeWorld.ts";
import type { Timeline } from "../types.ts";

const TEXT = { type: "text" as const, text: "hello", mentions: [] };

describe("history", () => {
  let world: FakeWorld;
  let page: FakePage;
  const timeline = (): Timeline => page.client.state.timeline("g").get();
  const seqs = () => timeline().entries.map(({ seq }) => seq);
  const loads = () => world.asked.filter((path) => path.includes("/messages?"));

  /** A group with so many messages, of which the person has read some. */
  async function group(messages: number, read: number): Promise<void> {
    world = new FakeWorld();
    world.server.createGroup("g", "Group", ["ann", world.me]);
    for (let n = 1; n < messages; n++) world.server.say("g", "ann", TEXT);
    world.server.move("g", world.me, read, read);
    page = world.openPage();
    await world.pass(500);
  }

  async function open(): Promise<void> {
    page.client.messages.open("g");
    await world.pass(100);
  }

  beforeEach(() => group(300, 200));

  test("loads nothing but the last message before a conversation is opened", () => {
    expect(seqs()).toEqual([300]);
    expect(loads()).toEqual([]);
    expect(timeline()).toMatchObject({ hasOlder: true, hasNewer: false });
  });

  test("opens at the first unread message", async () => {
    await open();
    expect(timeline().newLineSeq).toBe(201);
    expect(seqs()).toContain(201);
    expect(seqs()[0]).toBeLessThan(200);
    expect(timeline()).toMatchObject({ hasOlder: true, hasNewer: true, loading: null });
  });

  test("opens at the end where nothing is unread", async () => {
    await group(300, 300);
    await open();
    expect(timeline()).toMatchObject({ newLineSeq: null, hasNewer: false });
    expect([seqs()[0], seqs().at(-1)]).toEqual([251, 300]);
  });

  test("pages both ways to the ends, without holes", async () => {
    await open();
    while (timeline().hasOlder) {
      void page.client.messages.loadOlder("g");
      await world.pass(100);
    }
    while (timeline().hasNewer) {
      void page.client.messages.loadNewer("g");
      await world.pass(100);
    }
    expect(seqs()).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
  });

  test("the same page is asked for once, however often it is wanted", async () => {
    await open();
    const before = loads().length;
    void page.client.messages.loadOlder("g");
    void page.client.messages.loadOlder("g");
    expect(timeline().loading).toBe("older");
    await world.pass(100);
    expect(loads().length).toBe(before + 1);
  });

  test("jumps to a message far away, and back to the present", async () => {
    await open();
    void page.client.messages.jumpTo("g", 20);
    expect(timeline()).toMatchObject({ entries: [], loading: "around" });
    await world.pass(100);
    expect(seqs()).toContain(20);
    expect(timeline().hasNewer).toBe(true);
    void page.client.messages.jumpToNewest("g");
    await world.pass(100);
    expect(seqs().at(-1)).toBe(300);
    expect(timeline().hasNewer).toBe(false);
  });

  test.each(["loadNewer", "loadOlder"] as const)(
    "a page that comes late does not undo a jump: %s",
    async (load) => {
      await group(500, 200);
      await open();
      void page.client.messages[load]("g");
      void page.client.messages.jumpToNewest("g");
      await world.pass(100);
      expect(seqs().at(-1)).toBe(500);
      expect(timeline()).toMatchObject({ hasNewer: false, loading: null });
    },
  );

  test("what comes in shows where the present is on screen, and only there", async () => {
    await open();
    const shown = seqs();
    world.server.say("g", "ann", TEXT);
    await world.pass(100);
    expect(seqs()).toEqual(shown);
    void page.client.messages.jumpToNewest("g");
    await world.pass(100);
    world.server.say("g", "ann", TEXT);
    await world.pass(100);
    expect(seqs().at(-1)).toBe(302);
  });

  test("a page that did not come is told, and can be asked for again", async () => {
    await open();
    world.reachable = false;
    void page.client.messages.loadOlder("g");
    await world.pass(100);
    expect(timeline()).toMatchObject({ loading: null, error: "network.unreachable" });
    world.reachable = true;
    const first = seqs()[0] ?? 0;
    void page.client.messages.loadOlder("g");
    await world.pass(100);
    expect(timeline().error).toBeNull();
    expect(seqs()[0]).toBeLessThan(first);
  });

  test("a conversation that starts afresh stays on screen and is loaded again", async () => {
    await open();
    const shown = seqs();
    world.server.changesMax = 10;
    world.cut();
    for (let n = 0; n < 20; n++) world.server.say("g", "ann", TEXT);
    const asked = loads().length;
    // Nothing flickers: at each moment the place the person reads is there.
    page.client.state.timeline("g").subscribe(() => expect(seqs()).toContain(201));
    await world.pass(40_000);
    expect(loads().length).toBe(asked + 1);
    expect(seqs()).toEqual(expect.arrayContaining(shown.slice(0, 20)));
  });

  test("one's own message is shown at the present, wherever one was reading", async () => {
    await open();
    void page.client.messages.jumpTo("g", 20);
    await world.pass(100);
    void page.client.messages.sendText("g", "mine");
    await world.pass(200);
    expect(timeline().entries.at(-1)).toMatchObject({ seq: 301, body: { text: "mine" }, delivery: "sent" });
  });

  test("a long conversation on screen is cut at the end that is out of sight", async () => {
    await group(900, 900);
    await open();
    while (timeline().hasOlder) {
      void page.client.messages.loadOlder("g");
      await world.pass(100);
    }
    expect(timeline().entries.length).toBe(500);
    expect([seqs()[0], timeline().hasNewer]).toEqual([1, true]);
  });
});
