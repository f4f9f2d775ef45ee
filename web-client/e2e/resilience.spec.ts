import { expectDense, textsOf } from "./support/history.ts";
import type { People, Person } from "./support/people.ts";
import type { Survivors } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import { text } from "./support/texts.ts";

/** Tall enough for everything that is said here, so that nothing has to be scrolled to be seen. */
const TALL = { viewport: { width: 1100, height: 3600 } };

test("a message that was written without a network is sent exactly once after a reload", async ({
  people,
}) => {
  const [ada, ben, id] = await talking(people);
  await ada.context.setOffline(true);
  await ada.screen.send("kept for later");
  await ada.screen.send("and this");
  await expect(ada.screen.mark("kept for later", "queued")).toBeVisible();
  expect(await ben.history(id)).toEqual([]);

  // The service worker has the page, the browser has the messages.
  await ada.page.reload();
  await expect(ada.page.getByText(text("state.unreachableText"))).toBeVisible();
  await ada.context.setOffline(false);
  await expect(ada.screen.mark("kept for later", "read")).toBeVisible({ timeout: 20_000 });
  await expect(ada.screen.mark("and this", "read")).toBeVisible();
  await expectSame(ada, ben, id, ["kept for later", "and this"]);
});

test("a page that is reloaded while its messages are on their way loses and doubles none", async ({
  people,
}) => {
  const [ada, ben, id] = await talking(people);
  const said = Array.from({ length: 12 }, (_, at) => `${at} on its way`);
  for (const [at, words] of said.entries()) {
    await ada.screen.composer.fill(words);
    await ada.screen.composer.press("Enter");
    if (at % 4 === 3) {
      await ada.page.reload();
      await expect(ada.screen.composer).toBeVisible();
    }
  }
  await expect(ada.screen.mark("11 on its way", "read")).toBeVisible({ timeout: 20_000 });
  await expectSame(ada, ben, id, said);
});

test("a server that is killed in the middle of a conversation loses, doubles and disorders nothing", async ({
  startServer,
  peopleAt,
}) => {
  test.setTimeout(180_000);
  const server = await startServer();
  const [ada, ben, id] = await talking(peopleAt(server.url));
  const said = { ada: [] as string[], ben: [] as string[] };
  let count = 0;
  const bothWrite = async (times: number) => {
    for (let round = 0; round < times; round += 1) {
      count += 1;
      await Promise.all([say(ada, said.ada, `${count} ada`), say(ben, said.ben, `${count} ben`)]);
    }
  };
  const killAndStart = async (survivors: Survivors) => {
    const writing = bothWrite(4);
    await server.kill(survivors);
    await writing;
    await bothWrite(2);
    await expect(ada.screen.connectionLine).toBeVisible();
    await Promise.all([server.startAgain(), bothWrite(2)]);
    await bothWrite(2);
    await expect(ada.screen.mark(`${count} ada`, "read")).toBeVisible({ timeout: 40_000 });
    await expect(ben.screen.mark(`${count} ben`, "read")).toBeVisible({ timeout: 40_000 });
  };

  await bothWrite(3);
  await test.step("everything is killed", () => killAndStart("nothing"));
  await test.step("the database is left behind", () => killAndStart("database"));

  const history = await ada.history(id);
  expectDense(history);
  const stored = textsOf(history);
  expect(stored.filter((words) => words.endsWith("ada"))).toEqual(said.ada);
  expect(stored.filter((words) => words.endsWith("ben"))).toEqual(said.ben);
  await expect.poll(() => ada.screen.shown()).toEqual(stored);
  await expect.poll(() => ben.screen.shown()).toEqual(stored);
  await ada.page.reload();
  await expect.poll(() => ada.screen.shown()).toEqual(stored);
});

test("who was away for more than can be told one by one starts afresh and is right", async ({ people }) => {
  const [ada, ben, id] = await talking(people);
  await ada.screen.send("while you were here");
  // The server knows that he read it before he goes.
  await expect(ada.screen.mark("while you were here", "read")).toBeVisible();
  await ben.page.goto("about:blank");
  await ada.write(id, ...Array.from({ length: 620 }, (_, at) => `while you were away ${at + 1}`));

  await ben.screen.goto("/");
  await expect(ben.screen.unread(ada.name)).toHaveText(text("list.unread", { count: 620 }));
  await ben.screen.open(ada.name);
  await expect(ben.page.getByText(text("conversation.newMessages"), { exact: true })).toBeVisible();
  await expect(ben.screen.message(/^while you were away 1\d\d:/)).toBeVisible();
  await ben.page.getByRole("button", { name: /^Jump down/ }).click();
  await expect(ben.screen.message("while you were away 620")).toBeVisible();
  await expect(ben.screen.unread(ada.name)).toHaveCount(0);
  expectDense(await ben.history(id));
});

/** Two contacts who have their conversation open. */
async function talking(people: People): Promise<[Person, Person, string]> {
  const ada = await people.join({ name: "Ada", device: TALL });
  const ben = await people.join({ name: "Ben", device: TALL });
  await ada.befriend(ben);
  const id = await ada.directWith(ben);
  await Promise.all([ada.screen.openById(id), ben.screen.openById(id)]);
  return [ada, ben, id];
}

async function say(person: Person, said: string[], words: string): Promise<void> {
  said.push(words);
  await person.screen.send(words);
}

async function expectSame(one: Person, other: Person, id: string, said: readonly string[]): Promise<void> {
  const history = await one.history(id);
  expectDense(history);
  expect(textsOf(history)).toEqual(said);
  await expect.poll(() => one.screen.shown()).toEqual(said);
  await expect.poll(() => other.screen.shown()).toEqual(said);
}
