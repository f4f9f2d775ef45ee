// Parses the ICU messages of shared-protocol/texts at build time, so that no parser is shipped.
import { readFile } from "node:fs/promises";
import { parse } from "@formatjs/icu-messageformat-parser";
import { isElsewhere, isLater } from "./later-texts.mjs";

/** What an import asks for: the texts of the first load, or those that come later. */
const QUERIES = { "?messages": (key) => !isLater(key) && !isElsewhere(key), "?later": isLater };
const PARSER = "@formatjs/icu-messageformat-parser";
const LITERAL = 0;

/** A message without arguments stays a string; any other becomes its syntax tree. */
export function compileMessage(message) {
  const tree = parse(message, { ignoreTag: true });
  const only = tree[0];
  return tree.length === 1 && only?.type === LITERAL ? only.value : tree;
}

export function textsPlugin() {
  return {
    name: "chatcall-texts",
    enforce: "pre",
    resolveId(source, importer) {
      if (source !== PARSER || !importer?.includes("/intl-messageformat/")) return null;
      return this.resolve(`${PARSER}/no-parser.js`, importer, { skipSelf: true });
    },
    async load(id) {
      const query = Object.keys(QUERIES).find((ending) => id.endsWith(`.json${ending}`));
      if (query === undefined) return null;
      const file = id.slice(0, -query.length);
      this.addWatchFile(file);
      const catalogue = JSON.parse(await readFile(file, "utf8"));
      const compiled = Object.fromEntries(
        Object.entries(catalogue)
          .filter(([key]) => QUERIES[query](key))
          .map(([key, message]) => [key, compileMessage(message)]),
      );
      return {
        code: `export default JSON.parse(${JSON.stringify(JSON.stringify(compiled))});`,
        moduleType: "js",
      };
    },
  };
}
