import type { Page } from "@playwright/test";
import { boxOf, expectOrderly } from "./support/layout.ts";
import type { Person } from "./support/people.ts";
import { expect, test } from "./support/test.ts";
import { type Language, textIn } from "./support/texts.ts";

test("Arabic is laid out from right to left", async ({ people }) => {
  const ada = await conversationIn(
    people.join({ name: "ليلى", device: { locale: "ar-EG" } }),
    people.join({ name: "Ben" }),
  );
  const { page } = ada;
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");

  const list = await boxOf(page.getByRole("navigation", { name: textIn("ar", "list.label") }));
  const conversation = await boxOf(page.getByRole("main"));
  expect(list.x).toBeGreaterThanOrEqual(conversation.x + conversation.width);

  // One's own bubbles stand at the end of the line, which is on the left here.
  const messages = page.getByRole("region", { name: textIn("ar", "conversation.messages") });
  const own = await boxOf(messages.getByText("مرحبا"));
  const other = await boxOf(messages.getByText("Guten Tag"));
  expect(own.x).toBeLessThan(other.x);
  await expect(messages.getByText("Guten Tag")).toHaveCSS("direction", "ltr");
});

test("German is chosen in the settings, at once and for the next visit", async ({ people }) => {
  const ada = await people.join({ name: "Ada" });
  const { page, screen } = ada;
  await screen.goto("/settings/appearance");
  await page.getByRole("radio", { name: "Deutsch" }).check();
  await expect(
    page.getByRole("heading", { name: textIn("de", "settings.appearance"), level: 1 }),
  ).toBeVisible();
  await page.reload();
  await expect(
    page.getByRole("heading", { name: textIn("de", "settings.appearance"), level: 1 }),
  ).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
});

for (const language of ["en", "de", "ar"] as const satisfies readonly Language[]) {
  test(`no text of ${language} is cut off or overlaps, on a wide screen and on a phone`, async ({
    people,
  }) => {
    const { page } = await conversationIn(
      people.join({ name: "Ada", device: { locale: language } }),
      people.join({ name: "Ben" }),
    );
    await expectOrderlyAtBothWidths(page);
    for (const path of ["/", "/contacts", "/settings", "/settings/account", "/settings/appearance"]) {
      await page.goto(path);
      await expectOrderlyAtBothWidths(page);
    }
  });
}

async function expectOrderlyAtBothWidths(page: Page): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expect(page.getByRole("heading", { level: 1 }).filter({ visible: true }).first()).toBeVisible();
    // What changes its place does so in a moment.
    await expect(() => expectOrderly(page)).toPass({ timeout: 5_000 });
  }
}

/** One's page with a conversation open in which both have said something. */
async function conversationIn(...joining: readonly Promise<Person>[]): Promise<Person> {
  const [ada, ben] = await Promise.all(joining);
  if (!ada || !ben) throw new Error("It takes two to talk");
  await ada.befriend(ben);
  const id = await ada.directWith(ben);
  await ben.write(id, "Guten Tag", "**Hello** and `code`");
  await ada.write(id, "مرحبا");
  await ada.page.goto(`/c/${id}`);
  await expect(ada.page.getByText("مرحبا").last()).toBeVisible();
  return ada;
}
