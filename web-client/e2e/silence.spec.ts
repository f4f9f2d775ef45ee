import { textsOf } from "./support/history.ts";
import { expect, test } from "./support/test.ts";
import { Wire } from "./support/wire.ts";

/** Tall enough for everything that is said here, so that nothing has to be scrolled to be seen. */
const TALL = { viewport: { width: 1100, height: 1400 } };

test("a line that falls silent for half a minute is noticed, mended and caught up on", async ({
  server,
  people,
  peopleAt,
}) => {
  test.setTimeout(150_000);
  const wire = await Wire.to(server.port);
  const ada = await peopleAt(wire.url).join({ name: "Ada", device: TALL });
  const ben = await people.join({ name: "Ben", device: TALL });
  await ada.befriend(ben);
  const id = await ada.directWith(ben);
  await Promise.all([ada.screen.openById(id), ben.screen.openById(id)]);
  await ada.screen.send("before");
  await expect(ben.screen.message("before")).toBeVisible();

  wire.cut();
  const cutAt = Date.now();
  await ada.screen.send("said into the silence");
  for (const words of ["one", "two", "three"]) await ben.screen.send(`missed ${words}`);
  // Nobody tells the page: it notices by itself.
  await expect(ada.screen.connectionLine).toBeVisible({ timeout: 60_000 });
  expect(Date.now() - cutAt).toBeGreaterThan(30_000);
  await expect(ada.screen.mark("said into the silence", "queued")).toBeVisible();
  wire.mend();
  await expect(ada.screen.message("missed three")).toBeVisible({ timeout: 45_000 });
  await expect(ben.screen.message("said into the silence")).toBeVisible();
  await expect(ada.screen.connectionLine).toBeHidden();
  const stored = textsOf(await ben.history(id));
  expect(stored).toHaveLength(5);
  await expect.poll(() => ada.screen.shown()).toEqual(stored);
  await expect.poll(() => ben.screen.shown()).toEqual(stored);
  await wire.close();
});
