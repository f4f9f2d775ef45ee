import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults, ElementContext, RunOptions } from "axe-core";
import { expect } from "./test.ts";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

declare global {
  interface Window {
    readonly axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };
  }
}

/** What depends on colours. Everything else of a page is the same in both schemes. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * Checks the page against WCAG 2.2 AA and what is good practice, and its colours in the dark too. Its context must
 * bypass the content policy.
 */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.addScriptTag({ path: AXE });
  expect.soft(await page.evaluate(violations, null), where).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect.soft(await page.evaluate(violations, COLOURS), `${where}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
}

/** Runs in the page. */
async function violations(only: readonly string[] | null): Promise<readonly string[]> {
  // What is still fading in has the contrast of neither; one that ends may begin another, of what inherits its colour.
  const ending = () =>
    document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime as number));
  while (ending().length > 0) await Promise.allSettled(ending().map(({ finished }) => finished));
  // A menu lies over the page and belongs to no part of it.
  const rules = { region: { enabled: document.querySelector("[role=menu]") === null } };
  const options = only === null ? { rules } : { runOnly: [...only] };
  // Guards hand the focus on at once: nobody ever stands on one.
  const results = await window.axe.run({ exclude: ["[data-base-ui-focus-guard]"] }, options);
  return results.violations.map(
    ({ id, help, nodes }) =>
      `${id} (${help}): ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`,
  );
}
