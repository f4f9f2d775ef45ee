// Writes the emoji picker's data from emojibase-data (MIT), as the web client has it: `node emoji-names.mjs`, after
// `npm ci` in web-client. Run it again when emojibase-data is raised there, and commit what it writes.
import { readFile, writeFile } from "node:fs/promises";

const MODULE = new URL("../../web-client/node_modules/emojibase-data/", import.meta.url);
const OUT = new URL("../src/main/resources/dev/chatcall/desktop/ui/conversation/composer/", import.meta.url);
/** Newer emoji have no picture yet. As in the web client. */
const NEWEST_VERSION = 15;
/** The skin tones and hair styles by themselves. */
const COMPONENTS = 2;

const json = async (path) => JSON.parse(await readFile(new URL(path, MODULE), "utf8"));
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function line({ emoji, label, skins, tags }) {
  const toned = (skins ?? []).filter((skin) => typeof skin.tone === "number").map((skin) => skin.emoji);
  return [emoji, capital(label), toned.join(" "), (tags ?? []).join(" ")].join("\t");
}

for (const language of ["en", "de"]) {
  const data = await json(`${language}/data.json`);
  const { groups } = await json(`${language}/messages.json`);
  const lines = ["// From emojibase-data, Copyright (c) 2017-2019 Miles Johnson, MIT. Made by tooling/emoji-names.mjs."];
  for (const { order, message } of groups.filter((group) => group.order !== COMPONENTS)) {
    lines.push(`#${capital(message)}`);
    const own = data.filter((emoji) => emoji.group === order && emoji.version <= NEWEST_VERSION);
    lines.push(...own.sort((a, b) => a.order - b.order).map(line));
  }
  await writeFile(new URL(`emoji-${language}.tsv`, OUT), `${lines.join("\n")}\n`);
}
