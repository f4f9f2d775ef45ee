import { expectFits } from "./support/layout.ts";
import { expect, test } from "./support/test.ts";
import { text } from "./support/texts.ts";

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

test("on a phone one pane leads to the next and back", async ({ people }) => {
  const ada = await people.join({ name: "Ada", device: PHONE });
  const ben = await people.join({ name: "Ben" });
  await ada.befriend(ben);
  const id = await ada.directWith(ben);
  await ben.write(
    id,
    "an unbroken wordofmanyletters".padEnd(300, "x"),
    "```\n".concat("wide ".repeat(60), "\n```"),
  );
  const { screen, page } = ada;

  await test.step("the list", async () => {
    await expect(screen.unread("Ben")).toBeVisible();
    await expect(screen.composer).toBeHidden();
    await expectFits(page);
  });

  await test.step("the conversation", async () => {
    await screen.row("Ben").tap();
    await expect(screen.composer).toBeVisible();
    await expect(screen.rows.first()).toBeHidden();
    await expect(page.getByRole("navigation", { name: text("app.name") })).toBeHidden();
    await screen.send("from the phone");
    await expect(screen.mark("from the phone", "delivered")).toBeVisible();
    await expectFits(page);
  });

  await test.step("its details", async () => {
    await screen.openDetails();
    await expectFits(page);
    await screen.details.getByRole("button", { name: text("action.close") }).tap();
    await expect(screen.details).toHaveCount(0);
  });

  await test.step("back to the list, by the button and by the browser", async () => {
    await screen.button("conversation.back").tap();
    await expect(screen.row("Ben")).toBeVisible();
    await screen.row("Ben").tap();
    await expect(screen.composer).toBeVisible();
    await page.goBack();
    await expect(screen.row("Ben")).toBeVisible();
  });

  await test.step("contacts and settings", async () => {
    await screen.go("contacts");
    await expect(page.getByRole("heading", { name: text("contacts.title"), level: 1 })).toBeVisible();
    await expectFits(page);
    for (const section of ["profile", "account", "privacy", "notifications", "appearance", "blocked"]) {
      await screen.goto("/settings");
      await page.getByRole("link", { name: text(`settings.${section}`) }).tap();
      await expect(page.getByRole("heading", { name: text(`settings.${section}`), level: 1 })).toBeVisible();
      await expectFits(page);
      await page
        .getByRole("main")
        .getByRole("button", { name: text("action.back") })
        .tap();
      await expect(page.getByRole("heading", { name: text("settings.title"), level: 1 })).toBeVisible();
    }
  });
});
