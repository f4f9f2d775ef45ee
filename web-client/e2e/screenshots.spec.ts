import type { BrowserContextOptions, Page } from "@playwright/test";
import type { People, Person } from "./support/people.ts";
import { SCREENSHOTS } from "./support/places.ts";
import { expect, test } from "./support/test.ts";
import { text, textIn } from "./support/texts.ts";

/** Pictures of the screens to look at; only made when CHATCALL_E2E_SCREENSHOTS is set. */
test.skip(process.env.CHATCALL_E2E_SCREENSHOTS === undefined, "CHATCALL_E2E_SCREENSHOTS is not set");

const DESKTOP = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

interface World {
  readonly mira: Person;
  readonly jonas: Person;
  readonly house: string;
  readonly withJonas: string;
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`desktop, ${colorScheme}`, async ({ people }) => {
    test.setTimeout(180_000);
    const { mira, jonas, house, withJonas } = await world(people, { ...DESKTOP, colorScheme });
    const { page, screen } = mira;
    const shoot = shooter(page, `desktop-${colorScheme}`);
    await shoot("empty");
    await screen.openById(house);
    await expect(screen.message("Saturday")).toBeVisible();
    await jonas.screen.openById(house);
    await jonas.screen.composer.pressSequentially("I'll");
    const typing = text("composer.typing.one", { name: jonas.name });
    await expect(page.getByRole("main").getByText(typing)).toBeVisible();
    await shoot("group");
    await screen.openDetails();
    await expect(screen.details.getByText(jonas.name)).toBeVisible();
    await shoot("group-details");
    await screen.message("two lemons").first().hover();
    await screen
      .message("two lemons")
      .first()
      .getByRole("button", { name: text("message.actions") })
      .click();
    await expect(page.getByRole("menu")).toBeVisible();
    await shoot("message-menu");
    await page.keyboard.press("Escape");
    await screen.openById(withJonas);
    await shoot("direct");
    await screen.button("composer.emoji").click();
    await expect(page.getByRole("gridcell").first()).toBeVisible();
    await shoot("emoji");
    await page.keyboard.press("Escape");
    await screen.button("nav.newGroup").click();
    await expect(screen.dialog).toBeVisible();
    await shoot("new-group");
    await page.keyboard.press("Escape");
    await screen.button("nav.newChat").click();
    await expect(screen.dialog).toBeVisible();
    await shoot("new-chat");
    await page.keyboard.press("Escape");
    await screen.button("nav.shortcuts").click();
    await expect(screen.dialog).toBeVisible();
    await shoot("shortcuts");
    await page.keyboard.press("Escape");
    await page.getByRole("searchbox").fill("no");
    await expect(page.getByRole("heading", { name: text("list.groupPeople") })).toBeVisible();
    await shoot("search");
    await screen.goto("/contacts");
    await shoot("contacts");
    for (const section of [
      "profile",
      "account",
      "privacy",
      "notifications",
      "appearance",
      "blocked",
      "administration",
    ]) {
      await screen.goto(`/settings/${section}`);
      await shoot(`settings-${section}`);
    }
  });

  test(`phone, ${colorScheme}`, async ({ people }) => {
    test.setTimeout(180_000);
    const { mira, house } = await world(people, { ...PHONE, colorScheme });
    const { screen, page } = mira;
    const shoot = shooter(page, `phone-${colorScheme}`);
    await shoot("list");
    await screen.openById(house);
    await expect(screen.message("Saturday")).toBeVisible();
    await shoot("group");
    await screen.openDetails();
    await expect(screen.details.getByText("Jonas Lindqvist")).toBeVisible();
    await shoot("details");
    await screen.goto("/contacts");
    await shoot("contacts");
    await screen.goto("/settings");
    await shoot("settings");
    await screen.goto("/settings/account");
    await shoot("account");
  });

  test(`signed out, ${colorScheme}`, async ({ people }) => {
    const { screen } = await people.stranger({ ...DESKTOP, colorScheme });
    const shoot = shooter(screen.page, `signed-out-${colorScheme}`);
    await screen.goto();
    await shoot("sign-in");
    await screen.signIn("nobody", "with nothing at all");
    await expect(screen.page.getByText(text("error.auth.invalid_credentials"))).toBeVisible();
    await shoot("refused");
    await screen.goto("/register");
    await screen.field("register.userName").fill("Not good!");
    await screen.field("register.email").fill("nor this");
    await screen.field("register.password").fill("seven lamps");
    await shoot("register");
    await screen.page.setViewportSize(PHONE.viewport);
    await shoot("register-phone");
  });
}

test("from right to left", async ({ people }) => {
  test.setTimeout(180_000);
  const { mira, house } = await world(people, { ...DESKTOP, colorScheme: "light", locale: "ar" });
  const shoot = shooter(mira.page, "rtl");
  await mira.page.goto(`/c/${house}`);
  await expect(mira.page.getByText("Saturday").last()).toBeVisible();
  await mira.page.getByRole("button", { name: textIn("ar", "conversation.details"), exact: true }).click();
  await expect(mira.page.getByRole("complementary").getByText("Jonas Lindqvist")).toBeVisible();
  await shoot("group");
  await mira.page.goto("/settings/appearance");
  await shoot("appearance");
  await mira.page.goto("/contacts");
  await shoot("contacts");
  await mira.page.setViewportSize(PHONE.viewport);
  await mira.page.goto(`/c/${house}`);
  await expect(mira.page.getByText("Saturday").last()).toBeVisible();
  await shoot("phone");
  await mira.page.goto("/");
  await shoot("phone-list");
});

function shooter(page: Page, folder: string): (name: string) => Promise<void> {
  let count = 0;
  return async (name) => {
    count += 1;
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.waitForLoadState("networkidle");
    const number = String(count).padStart(2, "0");
    await page.screenshot({ path: `${SCREENSHOTS}/${folder}/${number}-${name}.png`, animations: "disabled" });
  };
}

/** Somebody with much going on. */
async function world(people: People, device: BrowserContextOptions): Promise<World> {
  const mira = await people.register({ name: "Mira Okafor", device });
  const jonas = await people.join({ name: "Jonas Lindqvist" });
  const priya = await people.join({ name: "Priya Raman" });
  const tomas = await people.register({ name: "Tomás Rivera" });
  const aiko = await people.join({ name: "Aiko Sato" });
  const nora = await people.register({ name: "Nora Bianchi" });
  const others = [jonas, priya, tomas, aiko];
  await mira.befriend(...others);
  await nora.ask(mira);
  const book = await mira.groupOf("Book club", priya, aiko, tomas);
  await priya.write(book, "Finished it in one night. No spoilers, but the lighthouse.", "Who has it next?");
  const withTomas = await mira.directWith(tomas);
  await tomas.write(withTomas, "The invoice is paid, thanks for the nudge");
  await mira.write(withTomas, "Perfect 🙌");
  const withAiko = await mira.directWith(aiko);
  await mira.write(withAiko, "Happy birthday!", "🎂🎈");
  await aiko.write(withAiko, "Thank you! See you tonight?");
  const withJonas = await mira.directWith(jonas);
  await jonas.write(withJonas, "Did the move to the new server work?");
  await mira.write(withJonas, "It did. One command:", "```\n./chatcall start --port 8080\n```");
  await jonas.write(
    withJonas,
    "That's *all*? I expected an afternoon of YAML.",
    "> Everything stays on your server\n\nI like that. Docs: https://example.org/chatcall",
  );
  await mira.write(withJonas, "Same here. History came back in order after I pulled the plug, too.", "😄");
  const house = await mira.groupOf("Summer house", jonas, priya, aiko);
  await jonas.write(
    house,
    "Morning everyone. Who is in for Saturday?",
    "The ferry leaves at 9:40, the next one is after lunch.",
  );
  await priya.write(house, "Me! I'll bring the small tent and the good coffee ☕️");
  await mira.write(
    house,
    "In. Shopping list so far:",
    "- flour and butter\n- two lemons\n- *something* for the grill",
  );
  await aiko.screen.openById(house);
  await aiko.screen.send(`@${mira.username} add charcoal, we used the last bag in May`);
  await expect(aiko.screen.mark("add charcoal", "sent")).toBeVisible();
  await mira.write(house, "Added. **9:20 at the pier**, so nobody has to run");
  await jonas.write(house, "👍");
  await mira.screen.goto("/");
  await expect(mira.screen.page.locator("[data-conversation]")).toHaveCount(5);
  return { mira, jonas, house, withJonas };
}
