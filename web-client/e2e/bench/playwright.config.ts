import { defineConfig } from "@playwright/test";
import tests from "../playwright.config.ts";

/** Measures instead of testing: `npm run bench`. */
export default defineConfig({
  ...tests,
  testDir: ".",
  testMatch: "*.bench.ts",
  projects: [{ name: "bench" }],
  workers: 1,
  globalSetup: "../support/build.ts",
  timeout: 600_000,
});
