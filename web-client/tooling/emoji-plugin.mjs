// Serves `virtual:emoji/LANGUAGE`: the emoji of one language with only what the picker needs, from emojibase-data.
import { readFile } from "node:fs/promises";

const PREFIX = "virtual:emoji/";
/** Newer emoji are missing from the fonts of many systems still. */
const NEWEST_VERSION = 15;
/** The skin tones and hair styles by themselves. */
const COMPONENTS = 2;
const SKIN_TONES = [null, "light", "medium-light", "medium", "medium-dark", "dark"];

async function json(language, file) {
  const url = new URL(`../node_modules/emojibase-data/${language}/${file}.json`, import.meta.url);
  return JSON.parse(await readFile(url, "utf8"));
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function slim({ emoji, group, label, version, tags, skins }) {
  const entry = { emoji, category: group, label, version, tags: tags ?? [] };
  const toned = (skins ?? []).filter((skin) => typeof skin.tone === "number");
  if (toned.length > 0) {
    entry.skins = Object.fromEntries(toned.map((skin) => [SKIN_TONES[skin.tone], skin.emoji]));
  }
  return entry;
}

export async function emojiData(language) {
  const [data, { groups, skinTones }] = await Promise.all([
    json(language, "data"),
    json(language, "messages"),
  ]);
  return {
    locale: language,
    emojis: data
      .filter(
        ({ group, version }) => group !== undefined && group !== COMPONENTS && version <= NEWEST_VERSION,
      )
      .map(slim),
    categories: groups
      .filter(({ order }) => order !== COMPONENTS)
      .map(({ order, message }) => ({ index: order, label: capital(message) })),
    skinTones: Object.fromEntries(skinTones.map(({ key, message }) => [key, capital(message)])),
  };
}

export function emojiPlugin() {
  return {
    name: "chatcall-emoji",
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const data = await emojiData(id.slice(PREFIX.length + 1));
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});`;
    },
  };
}
