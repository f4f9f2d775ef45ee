import type { Page } from "@playwright/test";
import { type Caller, caller, onDevice, pair } from "./support/calls.ts";
import { allowRelaysOnly, expectFlow, waysOf } from "./support/media.ts";
import { expect, test } from "./support/test.ts";
import { text } from "./support/texts.ts";
import { Turn } from "./support/turn.ts";

test("two people talk, see each other, and find their call in the conversation", async ({ people }) => {
  const { ada, ben } = await pair(people);

  await ada.call.start("voice");
  await expect(ben.call.ringing).toContainText("Ada");
  await ben.call.accept();
  await expectFlow(ada.call.page, { sounds: 1 });
  await expectFlow(ben.call.page, { sounds: 1 });
  expect(await waysOf(ada.call.page)).not.toContain("relay");

  await ada.call.press("call.cameraOn");
  await ben.call.press("call.cameraOn");
  await expectFlow(ada.call.page, { sounds: 1, videos: 1 });
  await expectFlow(ben.call.page, { sounds: 1, videos: 1 });

  await ada.call.press("call.mute");
  await expect(ben.call.tile("Ada").getByRole("img", { name: text("call.isMuted") })).toBeVisible();
  await ada.call.press("call.hand");
  await expect(ben.call.tile("Ada").getByRole("img", { name: text("call.handUp") })).toBeVisible();

  await ben.call.leave();
  await expect(ada.call.ended).toBeVisible();
  await ada.call.closeEnded();
  await expect(ada.person.screen.messages.getByText(/^Call · /)).toBeVisible();
  await expect(ben.person.screen.messages.getByText(/^Call · /)).toBeVisible();
});

test("one answers on one device; the others stop ringing and say why", async ({ people }) => {
  const { ada, ben } = await pair(people);
  const phone = await ben.person.anotherDevice();
  const other = onDevice(phone);

  await ada.call.start("video");
  await expect(ben.call.ringing).toBeVisible();
  await expect(other.ringing).toBeVisible();
  await ben.call.accept({ video: true });
  await expect(other.ringing).toBeHidden();
  await expect(phone.screen.toasts.getByText(text("call.answeredElsewhere"))).toBeVisible();
  await expectFlow(ada.call.page, { sounds: 1, videos: 1 });
  await ada.call.leave();
  await expect(ben.call.ended).toBeVisible();

  await ben.call.closeEnded();
  await ada.call.start("voice");
  await other.decline();
  await expect(ben.call.ringing).toBeHidden();
  await expect(ben.person.screen.toasts.getByText(text("call.declinedElsewhere"))).toBeVisible();
  await expect(ada.call.ended).toContainText("declined");
});

test("who gives up before an answer leaves a missed call, and who is busy is left alone", async ({
  people,
}) => {
  const { ada, ben, id } = await pair(people);
  const cleo = await caller(people, { name: "Cleo" });
  await cleo.person.befriend(ben.person);

  await ada.call.start("voice");
  await expect(ben.call.ringing).toBeVisible();
  await ada.call.leave();
  await expect(ben.call.ringing).toBeHidden();
  await expect(ben.person.screen.messages.getByText("Missed call", { exact: true })).toBeVisible();
  await expect(ada.person.screen.messages.getByText("Call, given up")).toBeVisible();

  await ada.call.start("voice");
  await ben.call.accept();
  await expectFlow(ada.call.page, { sounds: 1 });
  await cleo.person.screen.openById(await cleo.person.directWith(ben.person));
  await cleo.call.prepare("voice");
  await cleo.call.ring();
  await expect(cleo.call.ended).toContainText("in another call");
  await expect(ben.call.ringing).toBeHidden();
  await expectFlow(ben.call.page, { sounds: 1 });
  expect((await ben.person.history(id)).filter(({ body }) => body.type === "call.ended")).toHaveLength(1);
});

test("two who call each other at once are in one call", async ({ people }) => {
  const { ada, ben } = await pair(people, { ben: ({ page }) => untoldUntilCalling(page) });
  await ben.call.prepare("voice");
  await ada.call.start("voice");
  await ben.call.ring();

  await expectFlow(ada.call.page, { sounds: 1 });
  await expectFlow(ben.call.page, { sounds: 1 });
  await expect(ada.call.ringing).toBeHidden();
  await expect(ben.call.ringing).toBeHidden();
});

/** Holds back what the page would hear of calls until it begins one: as when both press at the same moment. */
async function untoldUntilCalling(page: Page): Promise<void> {
  await page.routeWebSocket(/\/ws$/, (near) => {
    const far = near.connectToServer();
    const held: (string | Buffer)[] = [];
    let calling = false;
    near.onMessage((frame) => {
      calling ||= frame.toString().includes('"type":"start"');
      far.send(frame);
      if (calling) for (const each of held.splice(0)) near.send(each);
    });
    far.onMessage((frame) => {
      if (!calling && frame.toString().includes('"type":"call.changed"')) held.push(frame);
      else near.send(frame);
    });
  });
}

test("a page that is loaded again rings on, and comes back into its call", async ({ people }) => {
  const { ada, ben } = await pair(people);

  await ada.call.start("video");
  await expect(ben.call.ringing).toBeVisible();
  await ben.call.page.reload();
  await expect(ben.call.ringing).toBeVisible();
  await ada.call.page.reload();
  await expect(ada.call.controls).toBeVisible();
  await ben.call.accept({ video: true });
  await expectFlow(ben.call.page, { sounds: 1 });

  await ben.call.page.reload();
  await expect(ben.call.controls).toBeVisible();
  await expectFlow(ben.call.page, { sounds: 1 });
  await expectFlow(ada.call.page, { sounds: 1 });
});

test("where only a relay gets through, the call takes it", async ({ startServer, peopleAt }) => {
  const turn = await Turn.start();
  try {
    const server = await startServer(turn.environment);
    const people = peopleAt(server.url);
    const [ada, ben] = [
      await caller(people, { name: "Ada" }, ({ context }) => allowRelaysOnly(context)),
      await caller(people, { name: "Ben" }, ({ context }) => allowRelaysOnly(context)),
    ];
    await ada.person.befriend(ben.person);
    await ada.person.screen.openById(await ada.person.directWith(ben.person));

    await ada.call.start("video");
    await ben.call.accept({ video: true });
    await expectFlow(ada.call.page, { sounds: 1, videos: 1 });
    await expectFlow(ben.call.page, { sounds: 1, videos: 1 });
    expect(await waysOf(ada.call.page)).toEqual(["relay"]);
    expect(await waysOf(ben.call.page)).toEqual(["relay"]);
  } finally {
    await turn.close();
  }
});

test("without a camera, or without leave to use the microphone, one is in the call and is told", async ({
  people,
}) => {
  const refuse = async (person: Caller["person"]) => {
    await person.context.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException("Permission denied", "NotAllowedError"));
    });
  };
  const withoutCamera = async (person: Caller["person"]) => {
    await person.context.addInitScript(() => {
      const native = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = (wanted) =>
        wanted?.video
          ? Promise.reject(new DOMException("Requested device not found", "NotFoundError"))
          : native(wanted);
    });
  };
  const ada = await caller(people, { name: "Ada" }, withoutCamera);
  const ben = await caller(people, { name: "Ben" }, refuse);
  await ada.person.befriend(ben.person);
  await ada.person.screen.openById(await ada.person.directWith(ben.person));

  await ada.call.start("video");
  await ben.call.accept();
  await expect(ada.call.page.getByText("No camera was found")).toBeVisible();
  await expect(ben.call.page.getByText("may not use the microphone")).toBeVisible();
  await expectFlow(ben.call.page, { sounds: 1 });
});

test("the line to the server is lost and found again while people talk", async ({ people, server }) => {
  test.setTimeout(120_000);
  const { ada, ben } = await pair(people);
  await ada.call.start("voice");
  await ben.call.accept();
  await expectFlow(ada.call.page, { sounds: 1 });

  await server.kill("nothing");
  await expect(ada.call.page.getByText(text("call.problem.line"))).toBeVisible();
  await expectFlow(ada.call.page, { sounds: 1 });
  await expectFlow(ben.call.page, { sounds: 1 });
  await server.startAgain();
  for (const { call } of [ada, ben]) {
    await expect(call.page.getByText(text("call.problem.line"))).toBeHidden({ timeout: 30_000 });
  }
  await ada.call.press("call.hand");
  await expect(ben.call.tile("Ada").getByRole("img", { name: text("call.handUp") })).toBeVisible();
  await expectFlow(ben.call.page, { sounds: 1 });
  await ada.call.leave();
  await expect(ben.call.ended).toBeVisible();
});
