import { type Caller, caller } from "./support/calls.ts";
import { expectFlow, openPeers } from "./support/media.ts";
import { MEDIA, untilMedia } from "./support/mediaService.ts";
import { expect, test } from "./support/test.ts";
import { text } from "./support/texts.ts";

/** From a server that answers again to sound and picture of everybody. */
const BACK_WITHIN_MS = 20_000;

test("a group call goes on after the server was killed, and nobody presses anything", async ({
  startServer,
  peopleAt,
}) => {
  test.setTimeout(180_000);
  const server = await startServer(MEDIA);
  const people = peopleAt(server.url);
  const [ada, ben, cleo] = [
    await caller(people, { name: "Ada" }),
    await caller(people, { name: "Ben" }),
    await caller(people, { name: "Cleo" }),
  ];
  const all: readonly Caller[] = [ada, ben, cleo];
  await ada.person.befriend(ben.person, cleo.person);
  const group = await ada.person.groupOf("Three", ben.person, cleo.person);
  await untilMedia(server.url);

  await ada.person.screen.openById(group);
  await ada.call.start("video");
  await ben.call.accept({ video: true });
  await cleo.call.accept({ video: true });
  for (const { call } of all) await expectFlow(call.page, { sounds: 2, videos: 2 });

  await server.kill("nothing");
  for (const { call } of all) await expect(call.page.getByText(text("call.problem.line"))).toBeVisible();
  await server.startAgain();
  for (const { call } of all) {
    await expect(call.page.getByText(text("call.problem.line"))).toBeHidden({ timeout: BACK_WITHIN_MS });
    await expect(call.tiles).toHaveCount(3);
  }
  for (const { call } of all) await expectFlow(call.page, { sounds: 2, videos: 2 });
  expect(await openPeers(ada.call.page)).toBe(2);
});
