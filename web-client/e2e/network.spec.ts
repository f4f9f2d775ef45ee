import { chromium } from "@playwright/test";
import { caller } from "./support/calls.ts";
import { expectFlow } from "./support/media.ts";
import { Namespace, NO_NAMESPACE } from "./support/namespace.ts";
import { People } from "./support/people.ts";
import { expect, test } from "./support/test.ts";
import { text } from "./support/texts.ts";

test("a cable that is pulled and plugged in again interrupts a call, and ends nothing", async ({
  startServer,
  peopleAt,
  faults,
  launchOptions,
}) => {
  test.skip(NO_NAMESPACE !== null, NO_NAMESPACE ?? "");
  test.setTimeout(120_000);
  const network = new Namespace();
  const server = await startServer({ CHATCALL_HOST: "0.0.0.0" });
  const url = `http://${network.address}:${server.port}`;
  // Browsers give devices to pages of this machine only, or over TLS.
  const options = [...(launchOptions.args ?? []), `--unsafely-treat-insecure-origin-as-secure=${url}`];
  const program = network.programFor(launchOptions.executablePath ?? "chromium");
  const far = await chromium.launch({ ...launchOptions, executablePath: program, args: options });
  try {
    const away = new People(far, url, faults);
    const ada = await caller(peopleAt(server.url), { name: "Ada" });
    const ben = await caller(away, { name: "Ben" });
    await ada.person.befriend(ben.person);
    await ada.person.screen.openById(await ada.person.directWith(ben.person));

    await ada.call.start("video");
    await ben.call.accept({ video: true });
    await expectFlow(ada.call.page, { sounds: 1, videos: 1 });
    await expectFlow(ben.call.page, { sounds: 1, videos: 1 });

    network.pull();
    await expect(ben.call.page.getByText(text("call.problem.line"))).toBeVisible({ timeout: 40_000 });
    network.plug();
    await expect(ben.call.page.getByText(text("call.problem.line"))).toBeHidden({ timeout: 30_000 });
    await expectFlow(ada.call.page, { sounds: 1, videos: 1 });
    await expectFlow(ben.call.page, { sounds: 1, videos: 1 });
    await away.close();
  } finally {
    await far.close();
    network.close();
  }
});
