// Fails the build when what a signed-in person loads first (entry, main screens, one language and all they import) is too big.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const LIMIT_BYTES = 150 * 1024;
const DIST = new URL("../dist/", import.meta.url);
/** Loaded at once after the entry for somebody who is signed in, so it counts. */
const ALSO_INITIAL = ["src/app/MainScreen.tsx", "../shared-protocol/texts/en.json?messages"];

const manifest = JSON.parse(await readFile(new URL(".vite/manifest.json", DIST), "utf8"));
const roots = Object.keys(manifest).filter((key) => manifest[key].isEntry || ALSO_INITIAL.includes(key));
const files = new Set();
const visit = (key) => {
  const chunk = manifest[key];
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const imported of chunk.imports ?? []) visit(imported);
};
roots.forEach(visit);

let total = 0;
for (const file of files) {
  const size = gzipSync(await readFile(new URL(file, DIST)), { level: 9 }).length;
  total += size;
  console.log(`${(size / 1024).toFixed(1).padStart(7)} KB gzip  ${file}`);
}
console.log(
  `${(total / 1024).toFixed(1).padStart(7)} KB gzip  initial JavaScript (limit ${LIMIT_BYTES / 1024} KB)`,
);
if (total > LIMIT_BYTES) {
  console.error(`The initial JavaScript is over its limit. See ${fileURLToPath(DIST)}.`);
  process.exit(1);
}
