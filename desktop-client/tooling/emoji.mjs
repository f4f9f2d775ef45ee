// Packs the pictures of emoji for the desktop client: one file of PNGs with at most 48 colours each, and where each of
// them is. Run it when Unicode has new ones, in a folder with the packages:
//   npm install emoji-datasource-google@16.0.0 upng-js@2.1.0 && node .../desktop-client/tooling/emoji.mjs
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(join(process.cwd(), "package.json"));
const UPNG = require("upng-js");
const SOURCE = join(process.cwd(), "node_modules/emoji-datasource-google");
const TARGET = fileURLToPath(
  new URL("../src/main/resources/dev/chatcall/desktop/ui/emoji/", import.meta.url),
);
const COLOURS = 48;
const VARIATION = "FE0F";

const plain = (unified) => unified.split("-").filter((code) => code !== VARIATION);
/** A sign that is text unless U+FE0F follows. */
const isTextual = ({ unified }) => unified.split("-").length === 2 && unified.endsWith(VARIATION);

const pictures = [];
for (const emoji of JSON.parse(await readFile(join(SOURCE, "emoji.json"), "utf8"))) {
  for (const form of [emoji, ...Object.values(emoji.skin_variations ?? {})]) {
    if (form.has_img_google) pictures.push(form);
  }
}

const chunks = [];
const index = [];
let offset = 0;
for (const form of pictures) {
  const image = UPNG.decode(await readFile(join(SOURCE, "img/google/64", form.image)));
  const packed = Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, COLOURS));
  index.push(`${isTextual(form) ? "t" : "e"} ${plain(form.unified).join("-")} ${offset} ${packed.length}`);
  chunks.push(packed);
  offset += packed.length;
}
await writeFile(`${TARGET}emoji.pack`, Buffer.concat(chunks));
await writeFile(`${TARGET}emoji.index`, `${index.join("\n")}\n`);
console.log(`${index.length} emoji, ${offset} bytes`);
