import { IntlMessageFormat } from "intl-messageformat";
import type english from "../../../shared-protocol/texts/en.json";

type Key = keyof typeof english;
type Later = typeof import("../../tooling/later-texts.mjs")["LATER"][number];
type Elsewhere = typeof import("../../tooling/later-texts.mjs")["ELSEWHERE"][number];

/** The name of a text that comes with the screens which show it, see `useLaterTexts`. */
export type LaterTextKey = Extract<Key, `${Later}${string}`>;

/** The name of a text in the catalogue that is always there; anything else does not compile. */
export type TextKey = Exclude<Key, LaterTextKey | `${Elsewhere}${string}`>;

/** What a text's placeholders are filled with. */
export type TextValues = Readonly<Record<string, string | number>>;

export type Language = "en" | "de" | "ar";
export type Direction = "ltr" | "rtl";
export type Catalogue<K extends Key = TextKey> = Readonly<Record<K, CompiledText>>;
type CompiledText = string | object[];

export const LANGUAGES: readonly { readonly id: Language; readonly name: string }[] = [
  { id: "en", name: "English" },
  { id: "de", name: "Deutsch" },
  { id: "ar", name: "العربية" },
];

const LOADERS: Record<Language, () => Promise<{ default: unknown }>> = {
  en: () => import("../../../shared-protocol/texts/en.json?messages"),
  de: () => import("../../../shared-protocol/texts/de.json?messages"),
  ar: () => import("../../../shared-protocol/texts/ar.json?messages"),
};

const LATER_LOADERS: typeof LOADERS = {
  en: () => import("../../../shared-protocol/texts/en.json?later"),
  de: () => import("../../../shared-protocol/texts/de.json?later"),
  ar: () => import("../../../shared-protocol/texts/ar.json?later"),
};

/** The catalogue of one language with everything that depends on it. */
export interface Texts<K extends Key = TextKey> {
  readonly language: Language;
  readonly direction: Direction;
  /** The text for a key, its placeholders filled. */
  readonly t: (key: K, values?: TextValues) => string;
}

export function directionOf(language: Language): Direction {
  return language === "ar" ? "rtl" : "ltr";
}

/** The first of the wished languages (BCP 47 tags) that we have, else English. */
export function chooseLanguage(wished: readonly string[]): Language {
  for (const tag of wished) {
    const base = tag.toLowerCase().split("-")[0];
    const known = LANGUAGES.find((language) => language.id === base);
    if (known) return known.id;
  }
  return "en";
}

export async function loadTexts(language: Language): Promise<Texts> {
  const module = await LOADERS[language]();
  return textsOf(language, module.default as Catalogue);
}

/** The texts that come later, alone. */
export async function loadLaterTexts(language: Language): Promise<Texts<LaterTextKey>> {
  const module = await LATER_LOADERS[language]();
  return textsOf(language, module.default as Catalogue<LaterTextKey>);
}

export function textsOf<K extends Key>(language: Language, catalogue: Catalogue<K>): Texts<K> {
  const formats = new Map<K, IntlMessageFormat>();
  const formatOf = (key: K, compiled: object[]) => {
    let format = formats.get(key);
    if (!format) {
      format = new IntlMessageFormat(
        compiled as ConstructorParameters<typeof IntlMessageFormat>[0],
        language,
      );
      formats.set(key, format);
    }
    return format;
  };
  return {
    language,
    direction: directionOf(language),
    t: (key, values) => {
      const compiled = catalogue[key];
      if (typeof compiled === "string") return compiled;
      return String(formatOf(key, compiled).format(values));
    },
  };
}
