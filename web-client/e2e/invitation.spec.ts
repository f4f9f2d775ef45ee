import { type People, passwordOf } from "./support/people.ts";
import type { Screen } from "./support/screen.ts";
import { expect, test } from "./support/test.ts";
import { text } from "./support/texts.ts";

const WILMA = { username: "wilma", name: "Wilma", password: passwordOf("wilma") };
const OLAF = { username: "olaf", name: "Olaf", password: passwordOf("olaf") };

test("a server that asks for invitations, from its first account to a forgotten password", async ({
  startServer,
  peopleAt,
}) => {
  const server = await startServer({
    CHATCALL_REGISTRATION: "invitation",
    CHATCALL_SERVER_NAME: "Larch House",
  });
  const people = peopleAt(server.url);
  const somebody = async () => (await people.stranger()).screen;
  const wilma = await somebody();

  await test.step("the first person signs up without an invitation and administers the server", async () => {
    await wilma.goto();
    await expect(wilma.page.getByText(text("register.first"))).toBeVisible();
    await wilma.register(WILMA);
    await wilma.goto("/settings/administration");
    await expect(wilma.page.getByRole("heading", { name: text("admin.invitations") })).toBeVisible();
  });

  await test.step("nobody else gets in without a link", async () => {
    const uninvited = await somebody();
    await uninvited.goto();
    await expect(uninvited.page.getByText(text("signIn.byInvitation"))).toBeVisible();
    await uninvited.goto("/register");
    await expect(uninvited.page.getByText(text("register.invitationText"))).toBeVisible();
  });

  await test.step("a link lets in as many as it says", async () => {
    await wilma.field("admin.invitationNote").fill("For Olaf");
    await wilma.button("admin.createInvitation").click();
    const link = await linkOn(wilma, /^http.*\/register\?invitation=/);
    const olaf = await somebody();
    await olaf.page.goto(link);
    await expect(olaf.page.getByText(text("register.invited", { server: "Larch House" }))).toBeVisible();
    await olaf.register(OLAF);
    await olaf.goto("/settings");
    await expect(olaf.page.getByRole("link", { name: text("settings.account") })).toBeVisible();
    await expect(olaf.page.getByRole("link", { name: text("settings.administration") })).toHaveCount(0);

    await refusedWith(people, link);
  });

  await test.step("who forgot a password gets a link from the administrator, good for one time", async () => {
    await wilma.page.getByRole("searchbox", { name: text("admin.choosePerson") }).fill("ola");
    await wilma.button("admin.resetCreate", { name: OLAF.name }).click();
    const link = await linkOn(wilma, /^http.*\/reset\?token=/);
    const olaf = await somebody();
    await olaf.goto("/forgot");
    await expect(olaf.page.getByText(text("forgot.noMail"))).toBeVisible();
    await resetWith(olaf, link, "nine loud trumpets at dawn");
    await expect(olaf.page.getByRole("heading", { name: text("reset.doneTitle") })).toBeVisible();
    await olaf.page.getByRole("link", { name: text("forgot.back") }).click();
    await olaf.signIn(OLAF.username, "nine loud trumpets at dawn");
    await expect(olaf.chats).toBeVisible();

    const thief = await somebody();
    await resetWith(thief, link, "another one for the thief");
    await expect(thief.page.getByRole("heading", { name: text("reset.invalidTitle") })).toBeVisible();
  });
});

/** The address that is shown to be handed on. */
async function linkOn(screen: Screen, pattern: RegExp): Promise<string> {
  const link = screen.page.getByText(pattern);
  await expect(link).toBeVisible();
  return (await link.textContent()) ?? "";
}

async function refusedWith(people: People, link: string): Promise<void> {
  const { screen } = await people.stranger();
  await screen.page.goto(link);
  await screen.field("register.userName").fill("late");
  await screen.field("register.email").fill("late@example.org");
  await screen.field("register.password").fill(passwordOf("late"));
  await screen.button("register.submit").click();
  await expect(screen.page.getByText(text("error.account.invitation_invalid"))).toBeVisible();
}

async function resetWith(screen: Screen, link: string, password: string): Promise<void> {
  await screen.page.goto(link);
  await screen.field("reset.password").fill(password);
  await screen.field("password.repeat").fill(password);
  await screen.button("reset.submit").click();
}
