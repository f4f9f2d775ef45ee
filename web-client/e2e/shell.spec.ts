import { expect, test } from "./support/test.ts";
import { text } from "./support/texts.ts";

test("every answer says what a browser must not do", async ({ people, server }) => {
  const { screen } = await people.stranger();
  const answer = await screen.page.goto("/");
  const headers = answer?.headers() ?? {};
  const policy = headers["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain("unsafe");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-frame-options"]).toBe("DENY");
  expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
  expect(headers["permissions-policy"]).toContain("camera=(self)");
  const api = await screen.page.request.get(`${server.url}/api/server`);
  expect(api.headers()["content-security-policy"]).toContain("default-src 'none'");
});

test("the content policy is kept and is in force", async ({ people, faults }) => {
  const { screen } = await people.stranger();
  await screen.goto();
  const ran = await screen.page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.injected = true";
    document.head.append(script);
    return "injected" in window;
  });
  expect(ran).toBe(false);
  await expect.poll(() => faults.found).toHaveLength(1);
  expect(faults.found.pop()).toMatch(/Content Security Policy/);
});

test("the page opens without a server, and goes on by itself when it is back", async ({
  startServer,
  peopleAt,
}) => {
  test.setTimeout(120_000);
  const server = await startServer();
  const people = peopleAt(server.url);
  const ada = await people.join({ name: "Ada" });
  const ben = await people.register({ name: "Ben" });
  await ada.befriend(ben);
  await ada.directWith(ben);
  await expect(ada.screen.row("Ben")).toBeVisible();
  await ada.page.evaluate(() => navigator.serviceWorker.ready);
  await server.stop();
  await ada.page.reload();
  await expect(ada.page.getByText(text("state.unreachableTitle"))).toBeVisible();
  await server.startAgain();
  await expect(ada.screen.row("Ben")).toBeVisible({ timeout: 45_000 });
});

test("it can be installed", async ({ people }) => {
  const { screen } = await people.stranger();
  await screen.goto();
  const session = await screen.page.context().newCDPSession(screen.page);
  const { errors, data } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data ?? "{}");
  expect(manifest).toMatchObject({ name: "ChatCall", display: "standalone", start_url: "/" });
  for (const { src, sizes, type } of manifest.icons) {
    const answer = await screen.page.request.get(src);
    expect(answer.ok(), src).toBe(true);
    expect(answer.headers()["content-type"], src).toContain(type);
    if (type !== "image/png") continue;
    const size = (await answer.body()).readUInt32BE(16);
    expect(`${size}x${size}`, src).toBe(sizes);
  }
  await screen.page.evaluate(() => navigator.serviceWorker.ready);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
});
