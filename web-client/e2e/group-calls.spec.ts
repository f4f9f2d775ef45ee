import { existsSync, readdirSync, readFileSync } from "node:fs";
import { type Caller, caller } from "./support/calls.ts";
import { expectFlow, openPeers } from "./support/media.ts";
import { MEDIA, untilMedia } from "./support/mediaService.ts";
import type { People } from "./support/people.ts";
import { expect, test } from "./support/test.ts";
import { text } from "./support/texts.ts";

/** Three people of one group, at a server with a media service. */
async function three(people: People): Promise<{ all: readonly Caller[]; group: string }> {
  const all = [];
  for (const name of ["Ada", "Ben", "Cleo"]) all.push(await caller(people, { name }));
  const [ada, ben, cleo] = all as [Caller, Caller, Caller];
  await ada.person.befriend(ben.person, cleo.person);
  const group = await ada.person.groupOf("Three", ben.person, cleo.person);
  return { all, group };
}

test("three people are in a group call; one more device of the third takes nothing away", async ({
  startServer,
  peopleAt,
}) => {
  test.setTimeout(120_000);
  const server = await startServer(MEDIA);
  const { all, group } = await three(peopleAt(server.url));
  const [ada, ben, cleo] = all as [Caller, Caller, Caller];
  await untilMedia(server.url);

  await ada.person.screen.openById(group);
  await ada.call.start("video");
  await ben.call.accept({ video: true });
  await expectFlow(ben.call.page, { sounds: 1, videos: 1 });
  await cleo.call.decline();
  await cleo.person.screen.openById(group);
  await cleo.call.join();
  await expectFlow(ada.call.page, { sounds: 2, videos: 2 });
  await expectFlow(ben.call.page, { sounds: 2, videos: 2 });
  await expectFlow(cleo.call.page, { sounds: 2, videos: 2 });

  await ada.call.press("call.screenOn");
  await expect(cleo.call.tile(text("call.screenOf", { name: "Ada" }))).toBeVisible();
  await expectFlow(cleo.call.page, { sounds: 2, videos: 3 });
  await ada.call.press("call.screenOff");
  await expect(cleo.call.tile(text("call.screenOf", { name: "Ada" }))).toBeHidden();

  const worker = workerOf(server.pid);
  if (worker === null) throw new Error("The media service has no worker");
  process.kill(worker, "SIGKILL");
  await expect.poll(() => workerOf(server.pid)).not.toBe(worker);
  await expectFlow(ada.call.page, { sounds: 2, videos: 2 });
  await expectFlow(cleo.call.page, { sounds: 2, videos: 2 });

  for (const each of [ada, ben, cleo]) await each.call.leave();
  await expect(ada.person.screen.messages.getByText(/^Video call · /)).toBeVisible();
  await expect.poll(() => openPeers(ada.call.page)).toBe(0);
});

test("a call between two goes on with a third, in a group, and nobody hangs up", async ({
  startServer,
  peopleAt,
}) => {
  test.setTimeout(120_000);
  const server = await startServer(MEDIA);
  const people = peopleAt(server.url);
  const [ada, ben, cleo] = [
    await caller(people, { name: "Ada" }),
    await caller(people, { name: "Ben" }),
    await caller(people, { name: "Cleo" }),
  ];
  await ada.person.befriend(ben.person, cleo.person);
  await ada.person.screen.openById(await ada.person.directWith(ben.person));
  await untilMedia(server.url);

  await ada.call.start("voice");
  await ben.call.accept();
  await expectFlow(ben.call.page, { sounds: 1 });

  await ada.call.press("call.more");
  await ada.call.page.getByRole("menuitem", { name: text("call.add") }).click();
  await ada.person.screen.dialog.getByText("Cleo", { exact: true }).click();
  await ada.call.ring();
  await expect(cleo.call.ringing).toBeVisible();
  await expectFlow(ben.call.page, { sounds: 1 });
  await cleo.call.accept();
  await expectFlow(ada.call.page, { sounds: 2 });
  await expectFlow(ben.call.page, { sounds: 2 });
  await expectFlow(cleo.call.page, { sounds: 2 });
  await expect(ben.call.ended).toBeHidden();
});

test("without a media service a group is told what is missing, and two people talk", async ({ people }) => {
  const { all, group } = await three(people);
  const [ada, ben] = all as [Caller, Caller];
  await ada.person.screen.openById(group);
  await ada.call.prepare("video");
  await ada.call.ring();
  await expect(ada.call.page.getByText(/media service|Group calls/).first()).toBeVisible();

  await ada.person.screen.openById(await ada.person.directWith(ben.person));
  await ada.call.start("voice");
  await ben.call.accept();
  await expectFlow(ben.call.page, { sounds: 1 });
});

/** The process id of a mediasoup worker below a process, null while there is none. */
function workerOf(pid: number): number | null {
  const worker = descendants(pid).find((child) => commandOf(child).includes("mediasoup-worker"));
  return worker ?? null;
}

/** Each thread has the children that it made. */
function descendants(pid: number): readonly number[] {
  const tasks = `/proc/${pid}/task`;
  if (!existsSync(tasks)) return [];
  const children = readdirSync(tasks)
    .flatMap((task) => textOf(`${tasks}/${task}/children`).split(" "))
    .filter((child) => child !== "")
    .map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function commandOf(pid: number): string {
  return textOf(`/proc/${pid}/cmdline`);
}

/** Of a file that may go at any time. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return "";
  }
}
