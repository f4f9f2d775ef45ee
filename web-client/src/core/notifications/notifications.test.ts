import { beforeEach, describe, expect, test } from "vitest";
import { type FakePage, FakeWorld } from "../testing/fakeWorld.ts";
import type { Notice } from "../types.ts";

describe("a message asks for attention", () => {
  let world: FakeWorld;
  let first: FakePage;
  let second: FakePage;
  let notices: Map<FakePage, Notice[]>;

  async function open(): Promise<FakePage> {
    const page = world.openPage();
    await world.pass(500);
    page.client.account.setPreferences({ notifications: true });
    const heard: Notice[] = [];
    notices.set(page, heard);
    page.client.onNotice((notice) => heard.push(notice));
    return page;
  }

  beforeEach(async () => {
    world = new FakeWorld();
    notices = new Map();
    world.server.addPerson("ann");
    world.server.createGroup("g", "Group", ["ann", world.me]);
    first = await open();
    second = await open();
    second.show(false);
  });

  async function say(mentions: string[] = [], who = "ann"): Promise<void> {
    world.server.say("g", who, { type: "text", text: "hello", mentions });
    await world.pass(100);
  }

  const of = (page: FakePage) =>
    notices.get(page)?.map(({ toast, browser, sound }) => ({ toast, browser, sound }));

  test("with a toast and one sound where the page may be seen", async () => {
    await say(["me"]);
    expect(of(first)).toEqual([{ toast: true, browser: false, sound: true }]);
    expect(of(second)).toEqual([]);
    expect(notices.get(first)?.[0]).toMatchObject({
      mention: true,
      sender: { id: "ann" },
      conversation: { id: "g" },
    });
  });

  test("through the browser, from one tab, where no page may be seen", async () => {
    first.show(false);
    await say();
    const all = [...(of(first) ?? []), ...(of(second) ?? [])];
    expect(all).toEqual([{ toast: false, browser: true, sound: true }]);
  });

  test("and another tab takes that over when the speaking one is closed", async () => {
    first.show(false);
    first.crash();
    await world.pass(13_000);
    await say();
    expect(of(second)).toEqual([{ toast: false, browser: true, sound: true }]);
  });

  test("not where it is on screen, in this tab or another", async () => {
    first.client.messages.open("g");
    second.show(true);
    await say();
    expect([of(first), of(second)]).toEqual([[], []]);
    first.show(false);
    await say();
    expect(of(second)?.length).toBe(1);
  });

  test("not when it is one's own from another device, tells of the group, or comes in a sync", async () => {
    await say([], world.me);
    world.server.rename("g", "ann", "Other");
    world.cut();
    await say();
    await world.pass(20_000);
    expect([of(first), of(second)]).toEqual([[], []]);
  });

  test("without sound, browser or preview, as the person wishes", async () => {
    first.client.account.setPreferences({ sound: false, notificationPreview: false });
    await say();
    expect(notices.get(first)).toMatchObject([{ toast: true, sound: false, preview: false }]);
  });

  test("never where the conversation is muted, even with a mention", async () => {
    const account = world.server.account.bind(world.server);
    world.server.account = (id) => ({
      ...account(id),
      preferences: [{ conversationId: "g", muted: true, pinned: false }],
    });
    world.cut();
    await world.pass(20_000);
    await say(["me"]);
    expect([of(first), of(second)]).toEqual([[], []]);
    expect(first.client.state.badge.get()).toEqual({ unread: 0, mentions: 0 });
  });
});
