// Draws the PNG icons in public/icons from the two SVG marks, with Debian's Chromium. Run it when a mark changes.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const ICONS = new URL("../public/icons/", import.meta.url);
const DRAWN = [
  ["mark.svg", 192, "icon-192.png"],
  ["mark.svg", 512, "icon-512.png"],
  ["mask.svg", 512, "icon-maskable-512.png"],
  ["mask.svg", 180, "icon-180.png"],
];

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const [source, size, target] of DRAWN) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = await readFile(new URL(source, ICONS), "base64");
  await page.setContent(
    `<style>body{margin:0}img{display:block;width:100vw}</style><img src="data:image/svg+xml;base64,${svg}">`,
  );
  await page.screenshot({ path: fileURLToPath(new URL(target, ICONS)), omitBackground: true });
  await page.close();
}
await browser.close();
