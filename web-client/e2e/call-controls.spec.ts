import type { BrowserContext } from "@playwright/test";
import { pair } from "./support/calls.ts";
import { expectFlow } from "./support/media.ts";
import { expect, test } from "./support/test.ts";
import { text } from "./support/texts.ts";

declare global {
  interface Window {
    /** What the keys of a headset do, by the name of the Media Session API. */
    readonly testKeys: Map<string, MediaSessionActionHandler | null>;
  }
}

test("keys mute, show and speak; those of a headset do the same", async ({ people }) => {
  const { ada, ben } = await pair(people, { ada: ({ context }) => watchHardwareKeys(context) });
  await ada.call.start("video");
  await ben.call.accept();
  await expectFlow(ben.call.page, { sounds: 1, videos: 1 });
  const { keyboard } = ada.call.page;
  const tile = ben.call.tile("Ada");
  const muted = tile.getByRole("img", { name: text("call.isMuted") });
  const headset = (key: string) =>
    ada.call.page.evaluate(
      (name) => window.testKeys.get(name)?.({ action: name as MediaSessionAction }),
      key,
    );

  await ada.call.page.mouse.click(640, 300);
  await keyboard.press("m");
  await expect(muted).toBeVisible();
  await keyboard.down("Space");
  await expect(muted).toBeHidden();
  await keyboard.up("Space");
  await expect(muted).toBeVisible();
  await headset("togglemicrophone");
  await expect(muted).toBeHidden();

  await keyboard.press("v");
  await expect(tile.locator("video")).toHaveCount(0);
  await headset("togglecamera");
  await expectFlow(ben.call.page, { sounds: 1, videos: 1 });

  await ada.call.page.getByRole("button", { name: text("call.minimise"), exact: true }).click();
  await ada.person.screen.composer.pressSequentially("m v");
  await expect(ada.person.screen.composer).toHaveValue("m v");
  await expect(muted).toBeHidden();
  await headset("hangup");
  await expect(ben.call.ended).toBeVisible();
});

test("a call fills the screen, floats above it, and shows how it goes", async ({ people }) => {
  const { ada, ben } = await pair(people);
  await ada.call.start("video");
  await ben.call.accept({ video: true });
  await expectFlow(ben.call.page, { sounds: 1, videos: 1 });
  const { page } = ben.call;
  const choose = async (key: string) => {
    await ben.call.press("call.more");
    await page.getByRole("menuitem", { name: text(key), exact: true }).click();
  };

  await choose("call.fullScreen");
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await choose("call.fullScreenOff");
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(false);

  await choose("call.float");
  await expect.poll(() => page.evaluate(() => document.pictureInPictureElement?.tagName)).toBe("VIDEO");
  await choose("call.float");
  await expect.poll(() => page.evaluate(() => document.pictureInPictureElement)).toBeNull();

  await choose("call.statistics");
  await expect(ben.person.screen.dialog).toContainText("Ada");
  await expect(ben.person.screen.dialog).toContainText(/VP8|VP9|H264|AV1/);
  await page.keyboard.press("Escape");

  await ben.call.press("call.react");
  await page.getByRole("button", { name: text("call.reactWith", { emoji: "👍" }) }).click();
  await expect(ada.call.page.getByText("👍").first()).toBeVisible();
});

test("a ring is told where one does not look at the page", async ({ people }) => {
  const { ada, ben } = await pair(people, { ben: ({ context }) => context.grantPermissions(ALLOWED) });
  const { page } = ben.call;
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  const told = () =>
    page.evaluate(async () => {
      const shown = await (await navigator.serviceWorker.ready).getNotifications();
      return shown.map(({ title, body }) => `${title}: ${body}`);
    });

  await ada.call.start("video");
  await expect.poll(told).toEqual([expect.stringContaining("Ada")]);
  await expect.poll(() => page.title()).toContain("Ada");
  await ada.call.leave();
  await expect.poll(async () => (await told()).filter((each) => /Video call/.test(each))).toEqual([]);
  await expect.poll(() => page.title()).not.toContain("Video call");
});

const ALLOWED = ["notifications", "microphone", "camera"];

/** Keeps what the page wants to be done by the keys of a headset. */
async function watchHardwareKeys(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const keys = new Map<string, MediaSessionActionHandler | null>();
    Object.defineProperty(window, "testKeys", { value: keys });
    navigator.mediaSession.setActionHandler = (action, handler) => void keys.set(action, handler);
  });
}
