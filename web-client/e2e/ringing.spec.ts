import { pair } from "./support/calls.ts";
import { expect, test } from "./support/test.ts";

test("a call that nobody answers stops ringing after a while, and is missed", async ({ people }) => {
  test.setTimeout(90_000);
  const { ada, ben } = await pair(people);
  await ada.call.start("voice");
  await expect(ben.call.ringing).toBeVisible();

  await expect(ada.call.ended).toContainText("did not answer", { timeout: 60_000 });
  await expect(ben.call.ringing).toBeHidden();
  await expect(ben.person.screen.messages.getByText("Missed call", { exact: true })).toBeVisible();
  await expect(ben.person.screen.toasts.getByText(/Ada/)).toBeVisible();
});
