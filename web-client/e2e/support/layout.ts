import { expect, type Locator, type Page } from "@playwright/test";

/** Nothing is wider than the window. */
export async function expectFits(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBe(window);
}

/** No text is cut off without a sign of it, and nothing that can be pressed lies over something else of its kind. */
export async function expectOrderly(page: Page): Promise<void> {
  await expectFits(page);
  expect(await page.evaluate(cutTexts)).toEqual([]);
  expect(await page.evaluate(overlaps)).toEqual([]);
}

export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error(`${locator} is not on screen`);
  return box;
}

/** Runs in the page. */
function cutTexts(): readonly string[] {
  const cut = (element: Element) => {
    const style = getComputedStyle(element);
    if (style.overflowX === "visible" || style.overflowX === "auto" || style.overflowX === "scroll")
      return false;
    if (style.textOverflow === "ellipsis" || element.clientWidth <= 1 || !element.checkVisibility())
      return false;
    return element.scrollWidth > element.clientWidth + 1;
  };
  return [...document.querySelectorAll("body *")]
    .filter((element) => !(element instanceof HTMLInputElement) && element.textContent && cut(element))
    .map((element) => `${element.tagName} ${element.className}: ${element.textContent}`);
}

/** Runs in the page. */
function overlaps(): readonly string[] {
  const TOUCH_PX = 2;
  const shown = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.clientWidth > 1;
  const all = [
    ...document.querySelectorAll("button, a[href], input, textarea, h1, h2, [role=switch]"),
  ].filter(shown);
  const boxes = all.map((element) => element.getBoundingClientRect());
  const found: string[] = [];
  all.forEach((one, at) => {
    for (let next = at + 1; next < all.length; next += 1) {
      const other = all[next];
      const a = boxes[at];
      const b = boxes[next];
      if (!other || !a || !b || one.contains(other) || other.contains(one)) continue;
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (width <= TOUCH_PX || height <= TOUCH_PX) continue;
      const name = (element: Element) =>
        `${element.tagName} ${element.getAttribute("aria-label") ?? element.textContent}`;
      // What scrolls away below something else is not over it.
      const x = (Math.max(a.left, b.left) + Math.min(a.right, b.right)) / 2;
      const y = (Math.max(a.top, b.top) + Math.min(a.bottom, b.bottom)) / 2;
      const top = document.elementFromPoint(x, y);
      if (top && (one.contains(top) || other.contains(top))) found.push(`${name(one)} / ${name(other)}`);
    }
  });
  return found;
}
