import type { Page } from "@playwright/test";
import { MEDIA, untilMedia } from "./support/mediaService.ts";
import { expect, test } from "./support/test.ts";
import { text } from "./support/texts.ts";
import { Turn } from "./support/turn.ts";

test("the check finds out what of calls works, and says what to do about the rest", async ({
  startServer,
  peopleAt,
}) => {
  test.setTimeout(120_000);
  const turn = await Turn.start();
  try {
    const stun = { CHATCALL_STUN_URLS: turn.stunUrl };
    const whole = await startServer({ ...MEDIA, ...stun, ...turn.environment });
    await untilMedia(whole.url);
    const ada = await peopleAt(whole.url).join({ name: "Ada" });
    await ada.screen.goto("/connectivity");
    await expectFailed(ada.page);
    await expect(lines(ada.page)).toHaveCount(10);
    await expect(line(ada.page, "turn").getByRole("img", { name: state("passed") })).toBeVisible();
    await expect(line(ada.page, "mediaTcp").getByRole("img", { name: state("passed") })).toBeVisible();

    const poor = await startServer({ ...turn.environment, CHATCALL_TURN_SECRET: "another" });
    const ben = await peopleAt(poor.url).join({ name: "Ben" });
    await ben.screen.goto("/connectivity");
    await expectFailed(ben.page, "turn", "mediaService");
    await expect(line(ben.page, "turn")).toContainText(text("connectivity.remedy.turn_refused"));
    await expect(line(ben.page, "mediaService")).toContainText(
      text("connectivity.remedy.media_service_missing"),
    );
    await expect(line(ben.page, "mediaUdp").getByRole("img", { name: state("skipped") })).toBeVisible();
  } finally {
    await turn.close();
  }
});

const lines = (page: Page) => page.getByRole("main").getByRole("listitem");
const line = (page: Page, name: string) => lines(page).filter({ hasText: text(`connectivity.${name}`) });
const state = (name: string) => text("connectivity.state", { state: name });

/** Waits for the end, and names what failed where it is not what was expected. */
async function expectFailed(page: Page, ...names: string[]): Promise<void> {
  await expect(page.getByRole("main").getByRole("status")).not.toBeEmpty({ timeout: 30_000 });
  const failed = lines(page).filter({ has: page.getByRole("img", { name: state("failed") }) });
  const found = await failed.allInnerTexts();
  expect(found.map((line) => line.split("\n")[0])).toEqual(names.map((name) => text(`connectivity.${name}`)));
  await expect(page.getByText(text("connectivity.result", { count: names.length }))).toBeVisible();
}
