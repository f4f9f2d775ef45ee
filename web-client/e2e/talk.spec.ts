import type { Person } from "./support/people.ts";
import { expect, test } from "./support/test.ts";
import { text } from "./support/texts.ts";

test("two people find each other, become contacts and talk both ways", async ({ people }) => {
  const ada = await people.join({ name: "Ada Lovelace" });
  const ben = await people.join({ name: "Ben Okri" });

  await test.step("Ada finds Ben and asks him", async () => {
    await ada.screen.go("contacts");
    await ada.page.getByRole("searchbox", { name: text("contacts.find") }).fill(ben.username);
    await ada.screen.button("contacts.addName", { name: ben.name }).click();
    await expect(ada.screen.button("contacts.cancelName", { name: ben.name })).toBeVisible();
  });

  await test.step("Ben sees it at once, accepts, and both see each other online", async () => {
    const request = text("nav.contactsRequests", { count: 1 });
    await ben.page.getByRole("link", { name: request }).click();
    await ben.screen.button("contacts.acceptName", { name: ada.name }).click();
    await expect(
      ben.page.getByRole("button", { name: `${ada.name} ${text("presence.online")}` }),
    ).toBeVisible();
    await ada.page.getByRole("searchbox").fill("");
    await ada.page.getByRole("button", { name: `${ben.name} ${text("presence.online")}` }).click();
    await expect(ada.screen.title(ben.name)).toBeVisible();
  });

  await test.step("what Ada writes is delivered, and read once Ben opens it", async () => {
    await ben.screen.go("chats");
    await ada.screen.send("The engine works");
    await expect(ada.screen.mark("The engine works", "delivered")).toBeVisible();
    await expect(ben.screen.unread(ada.name)).toHaveText(text("list.unread", { count: 1 }));
    await expect(ben.page).toHaveTitle(text("app.unreadTitle", { count: 1 }));
    await ben.screen.open(ada.name);
    await expect(ben.screen.message("The engine works")).toBeVisible();
    await expect(ada.screen.mark("The engine works", "read")).toBeVisible();
    await expect(ben.page).toHaveTitle(text("app.name"));
  });

  await test.step("Ada sees Ben typing, in the conversation and in the list", async () => {
    await ben.screen.composer.pressSequentially("Does it");
    const typing = ada.page.getByText(text("composer.typing.one", { name: ben.name }));
    await expect(typing).toBeVisible();
    await expect(ada.screen.row(ben.name)).toContainText(text("list.typing"));
    await ben.screen.send("Does it sing?");
    await expect(typing).toBeHidden();
    await expect(ada.screen.message("Does it sing?")).toBeVisible();
  });

  await test.step("both see the same, in the same order", async () => {
    await ada.screen.send("Not yet");
    await expect(ben.screen.message("Not yet")).toBeVisible();
    const said = ["The engine works", "Does it sing?", "Not yet"];
    expect(await ada.screen.shown()).toEqual(said);
    expect(await ben.screen.shown()).toEqual(said);
  });

  await test.step("Ben leaves and is offline after a grace", async () => {
    const header = ada.screen.header;
    await expect(header).toContainText(text("presence.online"));
    const left = Date.now();
    await ben.page.close();
    await expect(header).toContainText(/last seen/, { timeout: 20_000 });
    expect(Date.now() - left).toBeGreaterThan(8_000);
  });
});

test("messages show their formatting, and nothing else comes through", async ({ people }) => {
  const [ada, ben] = await talking(people.join({ name: "Ada" }), people.join({ name: "Ben" }));
  await ada.screen.composer.fill(
    "**bold** *slanted* `code` https://example.org/a [bad](javascript:alert(1)) <img src=x onerror=alert(1)>",
  );
  await ada.screen.composer.press("Enter");
  await ada.screen.composer.fill("> quoted\n\n- one\n- two\n\n```\nlet x = 1;\n```");
  await ada.screen.composer.press("Enter");

  const line = ben.screen.message("bold");
  await expect(line.getByRole("strong")).toHaveText("bold");
  await expect(line.getByRole("emphasis")).toHaveText("slanted");
  await expect(line.getByRole("code")).toHaveText("code");
  await expect(line.getByRole("link")).toHaveCount(1);
  await expect(line.getByRole("link")).toHaveAttribute("rel", /noopener/);
  await expect(line).toContainText("<img src=x onerror=alert(1)>");
  const blocks = ben.screen.message("quoted");
  await expect(blocks.getByRole("blockquote")).toHaveText("quoted");
  await expect(blocks.getByRole("list").getByRole("listitem")).toHaveText(["one", "two"]);
  await expect(blocks.getByText("let x = 1;")).toBeVisible();
  await expect(blocks.getByRole("button", { name: text("message.copyCode") })).toBeAttached();
});

test("Shift+Enter starts a line, and an emoji is found by its name", async ({ people }) => {
  const [ada, ben] = await talking(people.join({ name: "Ada" }), people.join({ name: "Ben" }));
  await ada.screen.composer.pressSequentially("first");
  await ada.screen.composer.press("Shift+Enter");
  await ada.screen.composer.pressSequentially("second ");
  await ada.screen.button("composer.emoji").click();
  const picker = ada.page.getByRole("dialog", { name: text("emoji.pick") });
  await picker.getByRole("searchbox").fill("teapot");
  await expect(picker.getByRole("gridcell").first()).toHaveText("🫖");
  await picker.getByRole("gridcell").first().click();
  await expect(picker).toBeHidden();
  await expect(ada.screen.composer).toBeFocused();
  await expect(ada.screen.composer).toHaveValue("first\nsecond 🫖");
  await ada.screen.composer.press("Enter");
  await expect(ben.screen.message("first")).toContainText("second 🫖");
});

test("a group of three, from its first word to its last member", async ({ people }) => {
  const ada = await people.join({ name: "Ada" });
  const ben = await people.join({ name: "Ben" });
  const cleo = await people.join({ name: "Cleo" });
  await ada.befriend(ben, cleo);

  await test.step("Ada makes a group with Ben", async () => {
    await ada.screen.button("nav.newGroup").first().click();
    await ada.screen.dialog.getByLabel(text("newGroup.name")).fill("Garden");
    await ada.screen.dialog.getByRole("checkbox", { name: text("people.choose", { name: "Ben" }) }).check();
    await ada.screen.dialog.getByRole("button", { name: text("newGroup.create") }).click();
    await expect(ada.screen.title("Garden")).toBeVisible();
    await ben.screen.open("Garden");
    const created = text("system.created", { self: "no", name: "Ada" });
    await expect(ben.screen.message(created)).toBeVisible();
  });

  await test.step("she adds Cleo, who sees what was said before", async () => {
    await ben.screen.send("Who waters?");
    await expect(ada.screen.message("Who waters?")).toBeVisible();
    await ada.screen.openDetails();
    await ada.screen.button("details.addMembers").click();
    await ada.screen.dialog.getByRole("checkbox", { name: text("people.choose", { name: "Cleo" }) }).check();
    await ada.screen.dialog.getByRole("button", { name: text("action.add"), exact: true }).click();
    await expect(ada.screen.dialog).toBeHidden();
    const added = text("system.added", { self: "no", name: "Ada", people: "Cleo" });
    await expect(ben.screen.message(added)).toBeVisible();
    await cleo.screen.open("Garden");
    await expect(cleo.screen.message("Who waters?")).toBeVisible();
  });

  await test.step("a mention is marked for whom it means", async () => {
    await cleo.screen.go("contacts");
    await ben.screen.composer.pressSequentially("You, @cl");
    await expect(ben.page.getByRole("option", { name: /Cleo/ })).toBeVisible();
    await ben.screen.composer.press("Enter");
    await expect(ben.screen.composer).toHaveValue(`You, @${cleo.username} `);
    await ben.screen.composer.press("Enter");
    await cleo.screen.go("chats");
    await expect(cleo.screen.row("Garden").getByRole("img", { name: text("list.mentioned") })).toBeVisible();
    await expect(ada.screen.row("Garden").getByRole("img", { name: text("list.mentioned") })).toHaveCount(0);
    await cleo.screen.open("Garden");
    await expect(cleo.screen.message("You, @Cleo")).toBeVisible();
    await expect(cleo.screen.row("Garden").getByRole("img", { name: text("list.mentioned") })).toHaveCount(0);
  });

  await test.step("Ben sees who has read it", async () => {
    await expect(ben.screen.mark("You, @Cleo", "read")).toBeVisible();
    await ben.screen.message("You, @Cleo").hover();
    await ben.screen
      .message("You, @Cleo")
      .getByRole("button", { name: text("message.actions") })
      .click();
    await ben.page.getByRole("menuitem", { name: text("message.details") }).click();
    await expect(ben.screen.dialog.getByRole("heading", { name: text("message.readBy") })).toBeVisible();
    await expect(ben.screen.dialog.getByRole("listitem")).toHaveCount(2);
    await ben.page.keyboard.press("Escape");
  });

  await test.step("she renames the group", async () => {
    await ada.screen.button("details.rename").click();
    await ada.screen.dialog.getByLabel(text("details.groupName")).fill("Allotment");
    await ada.screen.dialog.getByRole("button", { name: text("action.save") }).click();
    await expect(cleo.screen.title("Allotment")).toBeVisible();
    const renamed = text("system.renamed", { self: "no", name: "Ada", title: "Allotment" });
    await expect(cleo.screen.message(renamed)).toBeVisible();
  });

  await test.step("she takes Ben out, who has it no longer", async () => {
    await memberAction(ada, "Ben", "details.removeMember");
    await ada.page
      .getByRole("alertdialog")
      .getByRole("button", { name: text("action.remove") })
      .click();
    const removed = text("system.removed", { self: "no", name: "Ada", target: "Ben" });
    await expect(cleo.screen.message(removed)).toBeVisible();
    await expect(ben.screen.row("Allotment")).toHaveCount(0);
    await expect(ben.page.getByText(text("conversation.denied"))).toBeVisible();
  });

  await test.step("Cleo becomes an owner, and Ada leaves", async () => {
    await memberAction(ada, "Cleo", "details.makeOwner");
    await expect(ada.screen.details.getByText(text("details.role.owner"), { exact: true })).toHaveCount(2);
    await ada.screen.button("details.leave").click();
    await ada.page
      .getByRole("alertdialog")
      .getByRole("button", { name: text("details.leave") })
      .click();
    await expect(cleo.screen.message(text("system.left", { self: "no", name: "Ada" }))).toBeVisible();
    await expect(ada.screen.row("Allotment")).toHaveCount(0);
  });
});

test("a blocked person can't write and is not told why", async ({ people }) => {
  const [ada, ben] = await talking(people.join({ name: "Ada" }), people.join({ name: "Ben" }));
  await ada.screen.openDetails();
  await ada.screen.details.getByRole("button", { name: text("contacts.block") }).click();
  await ada.page
    .getByRole("alertdialog")
    .getByRole("button", { name: text("contacts.block") })
    .click();
  await expect(ada.page.getByText(text("conversation.blocked", { name: ben.name }))).toBeVisible();
  await expect(ben.page.getByText(text("conversation.notContacts", { name: ada.name }))).toBeVisible();
  await expect(ben.page.getByText(text("contacts.unblock"))).toHaveCount(0);
});

/** Two contacts who have their conversation open. */
async function talking(...joining: readonly Promise<Person>[]): Promise<[Person, Person]> {
  const [one, other] = await Promise.all(joining);
  if (!one || !other) throw new Error("It takes two to talk");
  await one.befriend(other);
  const id = await one.directWith(other);
  await Promise.all([one.screen.openById(id), other.screen.openById(id)]);
  return [one, other];
}

async function memberAction(person: Person, member: string, action: string): Promise<void> {
  await person.screen.button("details.memberActions", { name: member }).click();
  await person.page.getByRole("menuitem", { name: text(action) }).click();
}
