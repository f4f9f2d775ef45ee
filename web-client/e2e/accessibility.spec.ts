import type { BrowserContextOptions, Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import type { People, Person } from "./support/people.ts";
import { expect, test } from "./support/test.ts";
import { text } from "./support/texts.ts";

const SECTIONS = ["profile", "account", "privacy", "notifications", "appearance", "blocked"] as const;

// Only here is the content policy bypassed: the checker is put into the page as a script.
const DEVICE = { bypassCSP: true, reducedMotion: "reduce" } as const;

test("every screen is accessible", async ({ people }) => {
  test.setTimeout(120_000);
  await signedOut(people, DEVICE);
  const ada = await people.join({ name: "Ada", device: DEVICE });
  await expectAccessible(ada.page, "nothing yet");
  const conversation = await busy(people, ada);
  await screens(ada, conversation);
  await dialogs(ada);
});

test("a phone is accessible", async ({ people }) => {
  const device = { ...DEVICE, viewport: { width: 390, height: 844 } };
  const ada = await people.join({ name: "Ada", device });
  const conversation = await busy(people, ada);
  await ada.screen.goto("/");
  await expect(ada.screen.row("Garden")).toBeVisible();
  await expectAccessible(ada.page, "list");
  await ada.screen.openById(conversation);
  await expect(ada.screen.message(/^BButter|^Bread/)).toBeVisible();
  await expectAccessible(ada.page, "conversation");
  await ada.screen.openDetails();
  await expectAccessible(ada.page, "details");
});

async function signedOut(people: People, device: BrowserContextOptions): Promise<void> {
  const { screen } = await people.stranger(device);
  for (const path of ["/", "/register", "/forgot", "/reset?token=x"]) {
    await screen.goto(path);
    await expect(screen.page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(screen.page, path);
  }
  await screen.goto("/register");
  await screen.field("register.userName").fill("Not good!");
  await screen.field("register.email").fill("nor this");
  await screen.field("register.password").fill("short");
  await expect(screen.page.getByText(text("register.emailInvalid"))).toBeVisible();
  await expectAccessible(screen.page, "registration with mistakes");
}

/** Gives a person contacts, requests, a direct conversation and a group with all kinds of messages; its id. */
async function busy(people: People, ada: Person): Promise<string> {
  const ben = await people.register({ name: "Ben" });
  const cleo = await people.register({ name: "Cleo" });
  const dora = await people.register({ name: "Dora" });
  await ada.befriend(ben, cleo);
  await dora.ask(ada);
  const group = await ada.groupOf("Garden", ben, cleo);
  await ben.write(
    group,
    "Hello **all**, see https://example.org",
    "> quoted",
    "```\nlet x = 1;\n```",
    "- Bread\n- Butter",
  );
  await ada.write(group, "Mine", `@${ben.username} look`);
  await cleo.write(await ada.directWith(cleo), "Unread here");
  return group;
}

async function screens({ page, screen }: Person, conversation: string): Promise<void> {
  await screen.openById(conversation);
  await expect(screen.message(/^BButter|^Bread/)).toBeVisible();
  await expectAccessible(page, "conversation");
  await screen.openDetails();
  await expectAccessible(page, "details of a group");
  await screen.open("Cleo");
  await expectAccessible(page, "details of a person");
  await screen.go("contacts");
  await expect(page.getByRole("heading", { name: text("contacts.requests") })).toBeVisible();
  await expectAccessible(page, "contacts");
  await page.getByRole("searchbox").fill("no such person");
  await expect(page.getByText(text("contacts.findNothing", { query: "no such person" }))).toBeVisible();
  await expectAccessible(page, "a search that finds nothing");
  for (const section of SECTIONS) {
    await screen.goto(`/settings/${section}`);
    await expect(page.getByRole("heading", { level: 1, name: text(`settings.${section}`) })).toBeVisible();
    await expectAccessible(page, section);
  }
  await screen.goto("/c/00000000-0000-7000-8000-000000000000");
  await expect(page.getByText(text("conversation.denied"))).toBeVisible();
  await expectAccessible(page, "a conversation of others");
}

async function dialogs({ page, screen }: Person): Promise<void> {
  const check = async (opens: Locator, where: string, role: "dialog" | "alertdialog" | "menu" = "dialog") => {
    await opens.click();
    await expect(page.getByRole(role)).toBeVisible();
    await expectAccessible(page, where);
    await page.keyboard.press("Escape");
    await expect(page.getByRole(role)).toBeHidden();
  };
  await screen.goto("/");
  await screen.open("Garden");
  await check(screen.button("nav.newGroup"), "new group");
  await check(screen.button("nav.newChat"), "new chat");
  await check(screen.button("nav.shortcuts"), "shortcuts");
  await screen.button("composer.emoji").click();
  await expect(page.getByRole("gridcell").first()).toBeVisible();
  await expectAccessible(page, "emoji");
  await page.keyboard.press("Escape");
  await screen.openDetails();
  await check(screen.button("details.rename"), "rename");
  await check(screen.button("profile.picture"), "picture");
  await check(screen.button("details.addMembers"), "add people");
  await check(screen.button("details.leave"), "a question", "alertdialog");
  await check(screen.button("details.memberActions", { name: "Ben" }), "menu", "menu");
  await screen.composer.fill("@be");
  await expect(page.getByRole("option", { name: /Ben/ })).toBeVisible();
  await expectAccessible(page, "mentions");
}

test("everything can be done with the keyboard, and the focus is always seen", async ({ people }) => {
  const ada = await people.register({ name: "Ada" });
  const ben = await people.join({ name: "Ben" });
  await ada.befriend(ben);
  await ben.write(await ada.directWith(ben), "Are you there?");
  const { screen } = await people.stranger();
  const { page } = screen;
  const { keyboard } = page;
  await screen.goto();

  await test.step("sign in", async () => {
    await expect(screen.field("signIn.login")).toBeFocused();
    await keyboard.type(ada.username);
    await tabTo(page, screen.field("signIn.password"));
    await keyboard.type(ada.password);
    await keyboard.press("Enter");
    await expect(screen.chats).toBeVisible();
  });

  await test.step("open a conversation and answer", async () => {
    await expect(screen.row("Ben")).toBeVisible();
    await tabTo(page, screen.row("Ben"));
    await keyboard.press("Enter");
    await expect(screen.title("Ben")).toBeVisible();
    await tabTo(page, screen.composer);
    await keyboard.type("Yes, without a mouse");
    await keyboard.press("Enter");
    await expect(ben.screen.row("Ada")).toContainText("Yes, without a mouse");
  });

  await test.step("search, the list of shortcuts, and back", async () => {
    await keyboard.press("Control+k");
    await expect(page.getByRole("searchbox", { name: text("list.search") })).toBeFocused();
    await keyboard.press("Escape");
    await keyboard.press("?");
    await expect(page.getByRole("dialog", { name: text("shortcuts.title") })).toBeVisible();
    await expectFocusSeen(page);
    await keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await keyboard.press("Alt+i");
    await expect(screen.details).toBeVisible();
    await keyboard.press("Alt+n");
    await expect(page.getByRole("dialog", { name: text("newChat.title") })).toBeVisible();
    await expect(page.getByRole("searchbox", { name: text("newChat.search") })).toBeFocused();
    await keyboard.press("Escape");
    await keyboard.press("Control+,");
    await expect(page.getByRole("heading", { name: text("settings.title"), level: 1 })).toBeVisible();
  });
});

/** Presses Tab until something has the focus, which must be seen at each step. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const MOST = 30;
  for (let step = 0; step < MOST; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
    await expectFocusSeen(page);
  }
  throw new Error(`${target} could not be reached with the Tab key`);
}

/** What has the focus, or a box around it, is drawn so that it can be told. */
async function expectFocusSeen(page: Page): Promise<void> {
  const unseen = await page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return null;
    const marked = (element: Element | null) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
    };
    const seen = marked(focused) || marked(focused.parentElement);
    return seen ? null : focused.outerHTML.slice(0, 200);
  });
  expect(unseen).toBeNull();
}
