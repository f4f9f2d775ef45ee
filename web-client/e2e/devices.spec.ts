import { expect, test } from "./support/test.ts";
import { text } from "./support/texts.ts";

const UNREAD = (count: number) => text("list.unread", { count });
const TITLE = (count: number) => (count === 0 ? text("app.name") : text("app.unreadTitle", { count }));

test("two tabs and two devices count the same, and what is read on one is read on all", async ({
  people,
}) => {
  const ada = await people.join({ name: "Ada" });
  const ben = await people.join({ name: "Ben" });
  const cleo = await people.join({ name: "Cleo" });
  await ada.befriend(ben, cleo);
  const withBen = await ada.directWith(ben);
  const withCleo = await ada.directWith(cleo);
  const tab = await ada.anotherTab();
  const phone = (await ada.anotherDevice({ viewport: { width: 390, height: 844 } })).screen;
  const screens = [ada.screen, tab, phone];

  await ben.write(withBen, "one", "two");
  await cleo.write(withCleo, "three");
  for (const screen of screens) {
    await expect(screen.unread("Ben")).toHaveText(UNREAD(2));
    await expect(screen.unread("Cleo")).toHaveText(UNREAD(1));
    await expect(screen.page).toHaveTitle(TITLE(3));
    await expect(
      screen.page.getByRole("link", { name: text("nav.chatsUnread", { count: 3 }) }),
    ).toBeVisible();
  }

  await phone.open("Ben");
  for (const screen of screens) await expect(screen.page).toHaveTitle(TITLE(1));
  await expect(ada.screen.unread("Ben")).toHaveCount(0);
  await expect(tab.unread("Ben")).toHaveCount(0);

  await test.step("a muted conversation is not counted in the title", async () => {
    await ada.screen.open("Ben");
    await ada.screen.openDetails();
    await ada.screen.details.getByRole("switch", { name: text("details.mute") }).click();
    await ada.screen.go("chats");
    await phone.page.getByRole("button", { name: text("conversation.back") }).click();
    await expect(phone.row("Ben").getByRole("img", { name: text("list.muted") })).toBeVisible();
    await ben.write(withBen, "four");
    for (const screen of screens) {
      await expect(screen.unread("Ben")).toHaveText(UNREAD(1));
      await expect(screen.page).toHaveTitle(TITLE(1));
    }
  });

  await test.step("one's own message from elsewhere leaves nothing unread", async () => {
    await ada.write(withCleo, "answered on the train");
    for (const screen of screens) {
      await expect(screen.unread("Cleo")).toHaveCount(0);
      await expect(screen.page).toHaveTitle(TITLE(0));
    }
  });

  await test.step("all of it is the same after a reload", async () => {
    await ada.page.reload();
    await expect(ada.screen.unread("Ben")).toHaveText(UNREAD(1));
    await expect(ada.page).toHaveTitle(TITLE(0));
  });
});

test("a toast tells of another conversation, and of none that another open tab shows", async ({ people }) => {
  const ada = await people.join({ name: "Ada" });
  const ben = await people.join({ name: "Ben" });
  const cleo = await people.join({ name: "Cleo" });
  await ada.befriend(ben, cleo);
  const withBen = await ada.directWith(ben);
  const withCleo = await ada.directWith(cleo);
  const tab = await ada.anotherTab();
  await ada.screen.open("Ben");
  await tab.go("contacts");

  await ben.write(withBen, "shown in a tab");
  await expect(ada.screen.message("shown in a tab")).toBeVisible();
  await cleo.write(withCleo, "shown nowhere");
  await expect(tab.toasts.getByRole("button", { name: "Cleo shown nowhere" })).toBeVisible();
  await expect(ada.screen.toasts.getByRole("button", { name: "Cleo shown nowhere" })).toBeVisible();
  // Toasts come in order: had there been one for the first message, it would be here.
  await expect(tab.toasts.getByText("shown in a tab")).toHaveCount(0);
  await expect(ada.screen.toasts.getByText("shown in a tab")).toHaveCount(0);

  await tab.toasts.getByRole("button", { name: "Cleo shown nowhere" }).click();
  await expect(tab.title("Cleo")).toBeVisible();
  await expect(tab.message("shown nowhere")).toBeVisible();
});

test("the browser tells of what comes while one looks elsewhere, as far as one wants", async ({ people }) => {
  const device = { permissions: ["notifications"] };
  const ada = await people.join({ name: "Ada", device });
  const ben = await people.join({ name: "Ben" });
  await ada.befriend(ben);
  const id = await ada.directWith(ben);
  await ada.page.evaluate(() => navigator.serviceWorker.ready);
  const notifications = () =>
    ada.page.evaluate(async () => {
      const shown = await (await navigator.serviceWorker.ready).getNotifications();
      return shown.map(({ title, body }) => `${title}: ${body}`);
    });

  await ben.write(id, "seen in the page");
  await expect(ada.screen.toasts.getByText("seen in the page")).toBeVisible();
  await ada.page.evaluate(lookElsewhere);
  await ben.write(id, "**the** kettle boils");
  await expect.poll(notifications).toEqual(["Ben: the kettle boils"]);

  await ada.screen.goto("/settings/notifications");
  await ada.page.getByRole("switch", { name: text("notifications.preview") }).click();
  await ada.page.evaluate(lookElsewhere);
  await ben.write(id, "a secret");
  await expect.poll(notifications).toEqual([`${text("app.name")}: `]);
});

/** Runs in the page: as if another one was put in front of it. */
function lookElsewhere(): void {
  Object.defineProperty(document, "visibilityState", { value: "hidden" });
  document.dispatchEvent(new Event("visibilitychange"));
}

test("a draft stays with its conversation, through a reload", async ({ people }) => {
  const ada = await people.join({ name: "Ada" });
  const ben = await people.join({ name: "Ben" });
  const cleo = await people.join({ name: "Cleo" });
  await ada.befriend(ben, cleo);
  await ada.directWith(ben);
  await ada.directWith(cleo);
  await ada.screen.open("Ben");
  await ada.screen.composer.fill("half a thought");
  await ada.screen.open("Cleo");
  await expect(ada.screen.composer).toHaveValue("");
  await expect(ada.screen.row("Ben")).toContainText(`${text("list.draft")} half a thought`);
  await ada.page.reload();
  await ada.screen.open("Ben");
  await expect(ada.screen.composer).toHaveValue("half a thought");
});
