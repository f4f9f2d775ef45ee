import { defineConfig } from "@playwright/test";

/** A runner of Debian's packages: the browser is its own, so that nothing is downloaded. */
const CHROMIUM = process.env.CHATCALL_CHROMIUM ?? "/usr/bin/chromium";

/** What mostly waits for time to pass, and what is light and watches nothing that happens in real time. */
const BESIDE = /(accessibility|invitation|languages|network|phone|ringing|shell|sign-up|silence)\.spec\.ts$/;

export default defineConfig({
  testDir: ".",
  globalSetup: "./support/build.ts",
  outputDir: "../test-results/e2e",
  // One after the other: most fill a processor, and some watch what happens in real time. The rest goes on beside them.
  projects: [
    { name: "beside", testMatch: BESIDE, workers: 1 },
    { name: "working", testIgnore: BESIDE, workers: 1 },
  ],
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    actionTimeout: 10_000,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1280, height: 800 },
    trace: process.env.CHATCALL_E2E_TRACE === undefined ? "off" : "retain-on-failure",
    launchOptions: {
      executablePath: CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Several cameras, so that one can take the place of another; the second gives no pictures.
        "--use-fake-device-for-media-stream=device-count=3",
        "--use-fake-ui-for-media-stream",
        "--autoplay-policy=no-user-gesture-required",
      ],
    },
  },
});
