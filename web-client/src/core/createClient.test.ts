import { beforeEach, describe, expect, test } from "vitest";
import { type FakePage, FakeWorld } from "./testing/fakeWorld.ts";

const SIGN_IN = { login: "me", password: "a long password" };

describe("the client", () => {
  let world: FakeWorld;
  let page: FakePage;
  const session = (of = page) => of.client.state.session.get();
  const connection = (of = page) => of.client.state.connection.get().name;
  const texts = (of = page) =>
    of.client.state
      .timeline("g")
      .get()
      .entries.flatMap(({ body }) => (body.type === "text" ? [body.text] : []));

  async function open(): Promise<FakePage> {
    const opened = world.openPage();
    await world.pass(500);
    return opened;
  }

  beforeEach(async () => {
    world = new FakeWorld();
    world.server.createGroup("g", "Group", ["ann", world.me]);
    page = await open();
  });

  test("starts signed in where the cookies hold a session", () => {
    expect(session()).toEqual({ state: "signedIn", accountId: world.me });
    expect([connection(), page.client.state.ready.get()]).toEqual(["live", true]);
    expect(page.client.state.conversations.get().map(({ name }) => name)).toEqual(["Group"]);
    expect(page.client.state.account.get()?.person.id).toBe(world.me);
  });

  test("starts signed out where they hold none, and signs in", async () => {
    world.session = "none";
    page = await open();
    expect(session()).toMatchObject({ state: "signedOut" });
    expect(connection()).toBe("idle");
    void page.client.session.signIn(SIGN_IN);
    await world.pass(500);
    expect(session()).toMatchObject({ state: "signedIn" });
    expect(connection()).toBe("live");
  });

  test("waits for a server that is out of reach at the start", async () => {
    world.reachable = false;
    page = await open();
    expect(session()).toEqual({ state: "starting", unreachable: true });
    world.reachable = true;
    await world.pass(10_000);
    expect(connection()).toBe("live");
  });

  test("all tabs sign in and out together", async () => {
    const other = await open();
    void page.client.messages.setDraft("g", "half a");
    void page.client.session.signOut();
    await world.pass(500);
    expect([session(), session(other)]).toEqual([
      { state: "signedOut", ended: false },
      { state: "signedOut", ended: false },
    ]);
    expect([connection(), connection(other)]).toEqual(["idle", "idle"]);
    expect(page.client.state.conversations.get()).toEqual([]);
    expect(page.client.state.draft("g").get()).toBe("");
    void other.client.session.signIn(SIGN_IN);
    await world.pass(500);
    expect([connection(), connection(other)]).toEqual(["live", "live"]);
  });

  test("signing out deletes what is kept; a session that is ended elsewhere keeps the outbox for coming back", async () => {
    world.reachable = false;
    world.cut();
    void page.client.messages.sendText("g", "unsent");
    await world.pass(100);
    expect(page.client.state.outbox.get()).toMatchObject({ unsent: 1 });
    world.session = "ended";
    world.reachable = true;
    await world.pass(60_000);
    expect(session()).toEqual({ state: "signedOut", ended: true });
    expect(await world.storage.records()).toHaveLength(1);
    void page.client.session.signIn(SIGN_IN);
    await world.pass(1_000);
    expect(await world.storage.records()).toEqual([]);
    expect(texts()).toEqual(["unsent"]);
    world.server.refusals.push("message.too_long");
    void page.client.messages.sendText("g", "refused");
    await world.pass(500);
    expect(await world.storage.records()).toHaveLength(1);
    void page.client.session.signOut();
    await world.pass(500);
    expect(await world.storage.records()).toEqual([]);
  });

  test("signing out without a network fails, and changes nothing", async () => {
    world.reachable = false;
    await expect(Promise.all([page.client.session.signOut(), world.pass(100)])).rejects.toMatchObject({
      code: "network.unreachable",
    });
    expect(session()).toMatchObject({ state: "signedIn" });
  });

  test("a message goes from queued over sent to read", async () => {
    world.reachable = false;
    world.cut();
    void page.client.messages.sendText("g", "hello");
    await world.pass(0);
    const last = () => page.client.state.conversation("g").get()?.last;
    expect(last()).toMatchObject({ delivery: "queued", seq: null });
    const key = last()?.key;
    world.reachable = true;
    await world.pass(10_000);
    expect(last()).toMatchObject({ delivery: "sent", seq: 2, key });
    world.server.move("g", "ann", 2, 2);
    await world.pass(100);
    expect(last()?.delivery).toBe("read");
  });

  test("a message refused for good says why, waits for the person, and holds up no other", async () => {
    world.server.refusals.push("message.too_long");
    void page.client.messages.sendText("g", "first");
    void page.client.messages.sendText("g", "second");
    await world.pass(500);
    const failed = page.client.state
      .timeline("g")
      .get()
      .entries.find(({ delivery }) => delivery === "failed");
    expect(failed).toMatchObject({ error: "message.too_long", body: { text: "first" } });
    expect(page.client.state.outbox.get()).toMatchObject({ unsent: 0, failed: 1 });
    void page.client.messages.retry("g", failed?.id ?? "");
    await world.pass(500);
    expect(texts()).toEqual(["second", "first"]);
    expect(page.client.state.outbox.get()).toMatchObject({ failed: 0 });
  });

  test("a failed message survives a reload, and can be discarded", async () => {
    world.server.refusals.push("message.too_long");
    void page.client.messages.sendText("g", "never mind");
    await world.pass(500);
    page.crash();
    page = await open();
    const [failed] = page.client.state
      .timeline("g")
      .get()
      .entries.filter(({ delivery }) => delivery === "failed");
    expect(failed?.error).toBe("message.too_long");
    void page.client.messages.discard("g", failed?.id ?? "");
    await world.pass(100);
    expect([texts(), await world.storage.records()]).toEqual([[], []]);
  });

  test("a draft survives a reload", async () => {
    page.client.messages.setDraft("g", "half a");
    await world.pass(1_000);
    page.crash();
    page = await open();
    expect(page.client.state.draft("g").get()).toBe("half a");
    page.client.messages.setDraft("g", "");
    await world.pass(1_000);
    page.crash();
    page = await open();
    expect(page.client.state.draft("g").get()).toBe("");
  });

  test("a draft that was typed just before the page goes away survives, whatever other tabs write", async () => {
    const other = await open();
    other.client.messages.setDraft("h", "over there");
    page.client.messages.setDraft("g", "half a");
    other.show(false);
    page.show(false);
    page.crash();
    page = await open();
    expect(["g", "h"].map((id) => page.client.state.draft(id).get())).toEqual(["half a", "over there"]);
  });

  test("signing out deletes drafts; nonsense in their place does no harm", async () => {
    page.client.messages.setDraft("g", "half a");
    await world.pass(1_000);
    void page.client.session.signOut();
    await world.pass(500);
    expect([...world.settings.keys()].filter((key) => key.includes("draft"))).toEqual([]);
    world.settings.set(`chatcall.drafts.${world.me}`, '[["g", 3], "h", ["i", "left"]]');
    void page.client.session.signIn(SIGN_IN);
    await world.pass(500);
    expect(["g", "i"].map((id) => page.client.state.draft(id).get())).toEqual(["", "left"]);
    world.settings.set(`chatcall.drafts.${world.me}`, "{");
    page = await open();
    expect(page.client.state.draft("i").get()).toBe("");
  });

  test("choices of this device survive a reload, and nonsense in their place does no harm", async () => {
    page.client.account.setPreferences({ theme: "dark", sound: false });
    page = await open();
    expect(page.client.state.preferences.get()).toMatchObject({
      theme: "dark",
      sound: false,
      enterSends: true,
      callPreview: true,
    });
    world.settings.set("chatcall.preferences", '{"theme":"pink","sound":3}');
    page = await open();
    expect(page.client.state.preferences.get()).toMatchObject({ theme: "system", sound: true });
  });

  test("what comes while nobody looks stands below the line of new messages", async () => {
    page.client.messages.open("g");
    await world.pass(100);
    page.client.messages.markRead("g", 1);
    await world.pass(1_000);
    page.show(false);
    world.server.say("g", "ann", { type: "text", text: "psst", mentions: [] });
    world.server.say("g", "ann", { type: "text", text: "hello?", mentions: [] });
    await world.pass(100);
    expect(page.client.state.timeline("g").get().newLineSeq).toBe(2);
  });

  test("who types is shown, and who sent is not", async () => {
    const typing = () => page.client.state.typing("g").get();
    world.server.broadcast({ type: "typing.changed", conversationId: "g", accountId: "ann", typing: true });
    await world.pass(100);
    expect(typing()).toEqual(["ann"]);
    await world.pass(6_000);
    expect(typing()).toEqual([]);
  });

  test("follows when another tab turns out to be somebody else", async () => {
    world.me = "ann";
    world.cut();
    await world.pass(20_000);
    expect(session()).toEqual({ state: "signedIn", accountId: "ann" });
    expect([connection(), page.client.state.account.get()?.person.id]).toEqual(["live", "ann"]);
  });

  test("stops without losing anything", async () => {
    page.client.stop();
    expect(connection()).toBe("idle");
    page.client.start();
    await world.pass(500);
    expect(connection()).toBe("live");
  });
});
