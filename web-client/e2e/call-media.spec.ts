import type { BrowserContext, Page } from "@playwright/test";
import { pair } from "./support/calls.ts";
import { expectFlow, waysOf } from "./support/media.ts";
import { MEDIA, untilMedia } from "./support/mediaService.ts";
import { expect, test } from "./support/test.ts";
import { text } from "./support/texts.ts";

declare global {
  interface Window {
    readonly testTracks: MediaStreamTrack[];
  }
}

test("microphone and camera are changed while people talk, and one that goes away is replaced", async ({
  people,
}) => {
  const { ada, ben } = await pair(people, { ada: ({ context }) => watchDevices(context) });
  await ada.call.start("video");
  await ben.call.accept({ video: true });
  await expectFlow(ben.call.page, { sounds: 1, videos: 1 });

  await ada.call.press("call.more");
  await ada.call.page.getByRole("menuitem", { name: text("call.devices") }).click();
  for (const field of ["call.microphone", "call.camera"]) {
    const choice = ada.person.screen.dialog.getByLabel(text(field), { exact: true });
    const before = await devicesInUse(ada.call.page);
    const other = await choice.locator("option").last().textContent();
    await choice.selectOption(other);
    await expect.poll(() => devicesInUse(ada.call.page)).not.toEqual(before);
    expect(await devicesInUse(ada.call.page)).toContain(other);
  }
  await expectFlow(ben.call.page, { sounds: 1, videos: 1 });
  await ada.call.page.keyboard.press("Escape");

  await goAway(ada.call.page, "audio");
  await expect(ada.person.screen.toasts.getByText(/^The microphone went away/)).toBeVisible();
  await goAway(ada.call.page, "video");
  await expect(ada.person.screen.toasts.getByText(/^The camera went away/)).toBeVisible();
  await expectFlow(ben.call.page, { sounds: 1, videos: 1 });
  await expect(ada.call.ended).toBeHidden();
});

test("a screen that is shared is shown beside the camera until it is shared no more", async ({ people }) => {
  const { ada, ben } = await pair(people);
  await ada.call.start("video");
  await ben.call.accept({ video: true });
  await expectFlow(ben.call.page, { sounds: 1, videos: 1 });

  const screen = ben.call.tile(text("call.screenOf", { name: "Ada" }));
  await ada.call.press("call.screenOn");
  await expect(screen).toBeVisible();
  await expectFlow(ben.call.page, { sounds: 1, videos: 2 });
  await ada.call.press("call.screenOff");
  await expect(screen).toBeHidden();
  await expectFlow(ben.call.page, { sounds: 1, videos: 1 });
});

test("where two find no way to each other, the media service carries their call", async ({
  startServer,
  peopleAt,
}) => {
  test.setTimeout(90_000);
  const server = await startServer(MEDIA);
  await untilMedia(server.url);
  const walled = { ada: apart, ben: apart };
  const { ada, ben } = await pair(peopleAt(server.url), walled);
  await ada.call.start("video");
  await ben.call.accept({ video: true });
  await expectFlow(ada.call.page, { sounds: 1, videos: 1 });
  await expectFlow(ben.call.page, { sounds: 1, videos: 1 });
  expect(await waysOf(ada.call.page)).toEqual(["host"]);
});

test("a picture that nobody looks at is not sent, and is back when somebody does", async ({
  startServer,
  peopleAt,
}) => {
  test.setTimeout(90_000);
  const server = await startServer(MEDIA);
  await untilMedia(server.url);
  const { ada, ben } = await pair(peopleAt(server.url));
  const group = await ada.person.groupOf("Two", ben.person);
  await ada.person.screen.openById(group);
  await ada.call.start("video");
  await ben.call.accept();
  await expectFlow(ben.call.page, { sounds: 1, videos: 1 });

  const shown = (display: string) =>
    ben.call.page
      .locator("[data-tile]")
      .filter({ hasText: "Ada" })
      .evaluate((tile, how) => {
        (tile as HTMLElement).style.display = how;
      }, display);
  await shown("none");
  await expect.poll(() => sentWithin(ada.call.page, 1_000), { timeout: 20_000 }).toBe(0);
  await expectFlow(ben.call.page, { sounds: 1 });
  await shown("");
  await expectFlow(ben.call.page, { sounds: 1, videos: 1 });
});

/** Pictures that a page sends in so many milliseconds, of all sizes together. */
function sentWithin(page: Page, milliseconds: number): Promise<number> {
  return page.evaluate(async (time) => {
    const encoded = async () => {
      const reports = await Promise.all(window.testPeers.map((peer) => peer.getStats()));
      return reports
        .flatMap((report) => [...report.values()])
        .filter(({ type, kind }) => type === "outbound-rtp" && kind === "video")
        .reduce((sum, { framesEncoded }) => sum + framesEncoded, 0);
    };
    const before = await encoded();
    await new Promise((resolve) => setTimeout(resolve, time));
    return (await encoded()) - before;
  }, milliseconds);
}

/** Nobody learns where another can be reached: as two behind walls that let nothing in. */
async function apart({ context }: { readonly context: BrowserContext }): Promise<void> {
  await context.addInitScript(() => {
    RTCPeerConnection.prototype.addIceCandidate = () => Promise.resolve();
  });
}

/** Keeps the tracks of every device that a page opens at hand. */
async function watchDevices(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const tracks: MediaStreamTrack[] = [];
    Object.defineProperty(window, "testTracks", { value: tracks });
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      tracks.push(...stream.getTracks());
      return stream;
    };
  });
}

function devicesInUse(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    window.testTracks.filter(({ readyState }) => readyState === "live").map(({ label }) => label),
  );
}

/** As when it is unplugged: the browser ends its tracks and says so. */
function goAway(page: Page, kind: "audio" | "video"): Promise<void> {
  return page.evaluate((which) => {
    for (const track of window.testTracks) {
      if (track.kind !== which || track.readyState !== "live") continue;
      track.stop();
      track.dispatchEvent(new Event("ended"));
    }
  }, kind);
}
