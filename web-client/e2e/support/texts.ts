import { readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { ROOT } from "./places.ts";

type Catalogue = Readonly<Record<string, string>>;
type Values = Readonly<Record<string, string | number>>;

export type Language = "en" | "de" | "ar";

const catalogues = new Map<Language, Catalogue>();

function catalogue(language: Language): Catalogue {
  const kept = catalogues.get(language);
  if (kept) return kept;
  const file = `${ROOT}shared-protocol/texts/${language}.json`;
  const read = JSON.parse(readFileSync(file, "utf8")) as Catalogue;
  catalogues.set(language, read);
  return read;
}

/** What the client says there, in one of its languages. */
export function textIn(language: Language, key: string, values: Values = {}): string {
  const pattern = catalogue(language)[key];
  if (pattern === undefined) throw new Error(`No catalogue has the text "${key}"`);
  return String(new IntlMessageFormat(pattern, language).format(values));
}

/** What the client says there, in English. */
export function text(key: string, values: Values = {}): string {
  return textIn("en", key, values);
}
