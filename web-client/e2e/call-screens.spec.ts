import { expectAccessible } from "./support/axe.ts";
import type { People, Person } from "./support/people.ts";
import { expect, test } from "./support/test.ts";
import { text } from "./support/texts.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Two contacts, one at a desk, the other with a phone. */
async function two(people: People): Promise<{ ada: Person; ben: Person; id: string }> {
  const ada = await people.join({ name: "Ada", device: { bypassCSP: true } });
  const ben = await people.join({ name: "Ben", device: { bypassCSP: true, ...PHONE } });
  await ada.befriend(ben);
  return { ada, ben, id: await ada.directWith(ben) };
}

test("every screen of a call can be used by everybody", async ({ people }) => {
  test.setTimeout(120_000);
  const { ada, ben, id } = await two(people);
  await ada.screen.openById(id);

  await ada.screen.button("calls.video").click();
  await expect(ada.screen.dialog.getByRole("meter")).toBeVisible();
  await expectAccessible(ada.page, "the preview");
  await ada.screen.dialog.getByRole("button", { name: text("call.ring"), exact: true }).click();

  await expect(ben.screen.dialog.getByRole("heading", { name: "Ada" })).toBeVisible();
  await expectAccessible(ben.page, "somebody rings");
  await ben.page.keyboard.press("Escape");
  await ben.screen.button("call.acceptVideo").click();

  await expect(ada.page.getByRole("timer")).toBeVisible();
  await expectAccessible(ada.page, "the call");
  await expect(ben.page.getByRole("timer")).toBeVisible();
  await expectAccessible(ben.page, "the call on a phone");

  await ada.screen.button("call.more").click();
  await ada.page.getByRole("menuitem", { name: text("call.statistics") }).click();
  await expect(ada.screen.dialog.getByText(text("call.roundTrip")).first()).toBeVisible();
  await expectAccessible(ada.page, "the measures");
  await ada.page.keyboard.press("Escape");
  await expect(ada.screen.dialog).toBeHidden();

  await ada.page.keyboard.press("Escape");
  await expect(ada.screen.button("calls.back")).toBeVisible();
  await expectAccessible(ada.page, "the call in the corner");
  await ada.screen.send("One moment");
  await expect(ada.page.getByRole("timer")).toBeVisible();

  await ada.screen.button("call.leave").click();
  await expect(ada.screen.button("calls.again").first()).toBeVisible();
  await expectAccessible(ada.page, "the call is over");
  await ada.screen.goto("/calls");
  await expect(ada.page.getByText(/^Video call · /)).toBeVisible();
  await expectAccessible(ada.page, "past calls");
  await ada.screen.goto("/connectivity");
  await expect(ada.page.getByText(text("connectivity.mediaTcp"))).toBeVisible();
  await expectAccessible(ada.page, "the check");
  await ada.screen.goto("/settings/calls");
  await expect(ada.page.getByRole("switch", { name: text("call.preview") })).toBeVisible();
  await expectAccessible(ada.page, "the settings of calls");
});

test("the controls leave when nothing moves, and stay for the keyboard and for who wants little motion", async ({
  people,
}) => {
  const { ada, ben, id } = await two(people);
  await ada.screen.openById(id);
  await ada.screen.button("calls.voice").click();
  await ada.screen.dialog.getByRole("button", { name: text("call.ring"), exact: true }).click();
  await ben.screen.button("call.accept").click();
  await expect(ada.page.getByRole("timer")).toBeVisible();
  const bar = ada.page.getByRole("toolbar", { name: text("call.controls") }).locator("..");

  await ada.page.mouse.move(700, 300);
  await expect(bar).toHaveCSS("opacity", "0");
  await ada.page.mouse.move(720, 320);
  await expect(bar).toHaveCSS("opacity", "1");
  await expect(bar).toHaveCSS("opacity", "0");
  await ada.page.keyboard.press("m");
  await expect(bar).toHaveCSS("opacity", "1");
  await expect(ada.screen.button("call.unmute")).toBeVisible();

  await ben.page.emulateMedia({ reducedMotion: "reduce" });
  await ben.page.touchscreen.tap(200, 300);
  const away = ben.page.getByRole("toolbar", { name: text("call.controls") }).locator("..");
  await ada.page.mouse.move(700, 300);
  // Those of the other one went meanwhile: as long as that takes, these stayed.
  await expect(bar).toHaveCSS("opacity", "0");
  await expect(away).toHaveCSS("opacity", "1");
});

test("a call goes on in the corner while one is anywhere else", async ({ people }) => {
  const { ada, ben, id } = await two(people);
  await ada.screen.openById(id);
  await ada.screen.button("calls.voice").click();
  await ada.screen.dialog.getByRole("checkbox", { name: text("call.previewOff") }).check();
  await ada.screen.dialog.getByRole("button", { name: text("call.ring"), exact: true }).click();
  await ben.screen.button("call.accept").click();
  await expect(ada.page.getByRole("timer")).toBeVisible();
  await ada.screen.go("contacts");
  await ada.screen.button("calls.back").click();
  await expect(ada.page.getByRole("toolbar", { name: text("call.controls") })).toBeVisible();
  await ada.screen.button("call.leave").click();
  await ada.screen.button("action.close").click();

  // Who does not want the preview rings at once.
  await ada.screen.openById(id);
  await ada.screen.button("calls.voice").click();
  await expect(ben.screen.button("call.decline")).toBeVisible();
  await ben.screen.button("call.decline").click();
  await expect(ada.page.getByText(text("call.ended", { reason: "declined", name: "Ben" }))).toBeVisible();
});
