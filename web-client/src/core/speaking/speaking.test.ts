import { beforeEach, describe, expect, test } from "vitest";
import type { ClientFrame } from "../protocol.ts";
import { FakeTimers } from "../testing/fakeTimers.ts";
import { type FakePage, FakeWorld } from "../testing/fakeWorld.ts";
import { PresenceWatch } from "./presence.ts";
import { TypingTeller } from "./typing.ts";

describe("typing", () => {
  let timers: FakeTimers;
  let sent: ClientFrame[];
  let typing: TypingTeller;
  const said = () =>
    sent.map((frame) => (frame.type === "typing.set" ? `${frame.conversationId} ${frame.typing}` : ""));

  beforeEach(() => {
    timers = new FakeTimers();
    sent = [];
    typing = new TypingTeller(timers, (frame) => sent.push(frame) > 0);
  });

  test("is said at most every three seconds", () => {
    for (let key = 0; key < 7; key++) {
      typing.set("c", true);
      timers.advance(500);
    }
    expect(said()).toEqual(["c true", "c true"]);
  });

  test("ends when the person stops or goes elsewhere, and by itself with the message", () => {
    typing.set("c", false);
    typing.set("c", true);
    typing.set("c", false);
    typing.set("c", true);
    typing.set("d", true);
    typing.sent("d");
    typing.set("d", false);
    expect(said()).toEqual(["c true", "c false", "c true", "c false", "d true"]);
  });
});

test("presence is watched once for the same people, and again on a new line", () => {
  const sent: ClientFrame[] = [];
  const watch = new PresenceWatch((frame) => sent.push(frame) > 0);
  watch.watch(["b", "a", "a"]);
  watch.watch(["a", "b"]);
  expect(sent).toEqual([{ type: "presence.watch", accountIds: ["a", "b"] }]);
  watch.synced();
  expect(sent).toHaveLength(2);
  watch.watch([]);
  watch.synced();
  expect(sent.slice(2)).toEqual([{ type: "presence.watch", accountIds: [] }]);
});

describe("receipts", () => {
  let world: FakeWorld;
  let page: FakePage;
  const own = () =>
    page.client.state
      .conversation("g")
      .get()
      ?.members.find(({ accountId }) => accountId === world.me);
  const say = () => world.server.say("g", "ann", { type: "text", text: "hello", mentions: [] });

  beforeEach(async () => {
    world = new FakeWorld();
    world.server.createGroup("g", "Group", ["ann", world.me]);
    page = world.openPage();
    await world.pass(1_000);
  });

  test("tell of what arrived, by themselves", async () => {
    say();
    await world.pass(1_000);
    expect(own()).toMatchObject({ readSeq: 0, deliveredSeq: 2 });
  });

  test("empty the badge at once, and reach the server a little later", async () => {
    say();
    await world.pass(1_000);
    page.client.messages.markRead("g", 2);
    expect(page.client.state.conversation("g").get()).toMatchObject({ unread: 0, firstUnreadSeq: null });
    expect(own()?.readSeq).toBe(0);
    await world.pass(1_000);
    expect(own()).toMatchObject({ readSeq: 2, deliveredSeq: 2 });
  });

  test("never move back, nor past the last message", async () => {
    page.client.messages.markRead("g", 99);
    page.client.messages.markRead("g", 0);
    say();
    await world.pass(1_000);
    expect(page.client.state.conversation("g").get()).toMatchObject({ readSeq: 1, unread: 1 });
  });

  test("what was read without a line is told on the next one", async () => {
    say();
    await world.pass(1_000);
    world.reachable = false;
    world.cut();
    page.client.messages.markRead("g", 2);
    await world.pass(1_000);
    world.reachable = true;
    await world.pass(60_000);
    expect(own()?.readSeq).toBe(2);
  });
});
