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

/** Checks the page against WCAG 2.2 AA and what is good practice. Its context must bypass the content policy. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.addScriptTag({ path: AXE });
  const violations = await page.evaluate(async () => {
    // What is still fading in has the contrast of neither.
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime as number));
    await Promise.allSettled(ending.map(({ finished }) => finished));
    // A menu lies over the page and belongs to no part of it.
    const rules = { region: { enabled: document.querySelector("[role=menu]") === null } };
    // Guards hand the focus on at once: nobody ever stands on one.
    const context = { exclude: ["[data-base-ui-focus-guard]"] };
    const results = await window.axe.run(context, { rules });
    return results.violations.map(
      ({ id, help, nodes }) =>
        `${id} (${help}): ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`,
    );
  });
  expect.soft(violations, where).toEqual([]);
}
