import { passwordOf, usernameOf } from "./support/people.ts";
import { expect, test } from "./support/test.ts";
import { text } from "./support/texts.ts";

test("the rules are shown as one types, and what is taken is said", async ({ people }) => {
  const taken = await people.register({ name: "Taken" });
  const { screen } = await people.stranger();
  await screen.goto("/register");

  await screen.field("register.userName").fill("no spaces here");
  await expect(screen.page.getByText(text("register.userNameCharacters"))).toBeVisible();
  await screen.field("register.userName").fill("xy");
  await expect(screen.page.getByText(text("register.userNameRule"))).toBeVisible();
  await screen.field("register.email").focus();
  await expect(screen.page.getByText(text("register.userNameLength"))).toBeVisible();
  await screen.field("register.email").fill("nonsense");
  await screen.field("register.password").pressSequentially("short");
  await expect(screen.page.getByText(text("register.emailInvalid"))).toBeVisible();
  await expect(screen.page.getByText(text("password.short", { missing: 5 }))).toBeVisible();
  await screen.field("register.password").fill("seven quiet lamps beside the sea");
  await expect(screen.page.getByText(text("password.strong"))).toBeVisible();

  await screen.field("register.userName").fill(taken.username);
  await screen.field("register.email").fill(`${usernameOf("new")}@example.org`);
  await screen.button("register.submit").click();
  await expect(screen.page.getByText(text("error.account.username_taken"))).toBeVisible();
  await expect(screen.field("register.userName")).toHaveAttribute("aria-invalid", "true");
});

test("a session outlives a reload, and ends with signing out", async ({ people }) => {
  const { screen } = await people.stranger();
  const me = { username: usernameOf("Reload"), name: "Reload", password: passwordOf("reload") };
  await screen.goto("/register");
  await screen.register(me);
  await screen.page.reload();
  await expect(screen.chats).toBeVisible();

  await screen.goto("/settings/account");
  await screen.button("account.signOut").click();
  await screen.page
    .getByRole("alertdialog")
    .getByRole("button", { name: text("account.signOut") })
    .click();
  await expect(screen.button("signIn.submit")).toBeVisible();
  await screen.page.reload();
  await expect(screen.button("signIn.submit")).toBeVisible();

  await screen.signIn(me.username, "not the password");
  await expect(screen.page.getByText(text("error.auth.invalid_credentials"))).toBeVisible();
  await screen.signIn(`${me.username.toUpperCase()}@EXAMPLE.org`, me.password);
  await expect(screen.chats).toBeVisible();
});

test("signing out another device ends its page at once", async ({ people }) => {
  const me = await people.join({ name: "Devices" });
  const other = await me.anotherDevice();
  await me.screen.goto("/settings/account");
  await expect(me.page.getByText(text("account.thisDevice"))).toBeVisible();
  await me.screen.button("account.signOutThereName", { device: "Another" }).click();

  await expect(other.screen.page.getByText(text("signIn.expired"))).toBeVisible();
  await expect(me.screen.button("account.signOutThereName", { device: "Another" })).toHaveCount(0);
  expect(await me.sessions()).toHaveLength(1);
});

test("changing the password signs out the other devices and is asked for next time", async ({ people }) => {
  const me = await people.join({ name: "Change" });
  const other = await me.anotherDevice();
  await me.screen.goto("/settings/account");
  await me.screen.field("account.current").fill("wrong");
  await me.screen.field("account.new").fill("eleven green bottles");
  const submit = me.screen.button("account.changePassword");
  await submit.click();
  await expect(me.page.getByText(text("error.account.wrong_password"))).toBeVisible();
  await me.screen.field("account.current").fill(me.password);
  await submit.click();
  await expect(me.page.getByText(text("account.passwordChanged"))).toBeVisible();

  await expect(other.screen.page.getByText(text("signIn.expired"))).toBeVisible();
  await other.screen.signIn(me.username, me.password);
  await expect(other.screen.page.getByText(text("error.auth.invalid_credentials"))).toBeVisible();
  await other.screen.signIn(me.username, "eleven green bottles");
  await expect(other.screen.chats).toBeVisible();
  await me.page.reload();
  await expect(me.page.getByText(text("account.thisDevice"))).toBeVisible();
});
