import { IntlMessageFormat } from "intl-messageformat";
import type english from "../../../shared-protocol/texts/en.json";

/** The name of a text in the catalogue; anything else does not compile. */
export type TextKey = keyof typeof english;

/** What a text's placeholders are filled with. */
export type TextValues = Readonly<Record<string, string | number>>;

export type Language = "en" | "de" | "ar";
export type Direction = "ltr" | "rtl";
export type Catalogue = Readonly<Record<TextKey, CompiledText>>;
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

/** The catalogue of one language with everything that depends on it. */
export interface Texts {
  readonly language: Language;
  readonly direction: Direction;
  /** The text for a key, its placeholders filled. */
  readonly t: (key: TextKey, values?: TextValues) => string;
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

export function textsOf(language: Language, catalogue: Catalogue): Texts {
  const formats = new Map<TextKey, IntlMessageFormat>();
  const formatOf = (key: TextKey, compiled: object[]) => {
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
