import { createContext, type ReactNode, use, useContext, useMemo } from "react";
import { isLater } from "../../tooling/later-texts.mjs";
import { useTexts } from "./TextsContext.ts";
import { type Language, type LaterTextKey, loadLaterTexts, type TextKey, type Texts } from "./texts.ts";

/** All texts, those of the first load and those that come later. */
export type AllTexts = Texts<TextKey | LaterTextKey>;

const LaterTextsContext = createContext<Texts<LaterTextKey> | null>(null);

export const LaterTextsProvider = LaterTextsContext.Provider;

const loading = new Map<Language, Promise<Texts<LaterTextKey>>>();

function laterTexts(language: Language): Promise<Texts<LaterTextKey>> {
  let texts = loading.get(language);
  if (!texts) {
    texts = loadLaterTexts(language);
    texts.catch(() => loading.delete(language));
    loading.set(language, texts);
  }
  return texts;
}

/** Gives the later texts to what is inside, once they are loaded: stands inside a `Suspense`. */
export function LaterTexts({ children }: { readonly children: ReactNode }) {
  const { language } = useTexts();
  return <LaterTextsContext value={use(laterTexts(language))}>{children}</LaterTextsContext>;
}

/** Every text of the chosen language, inside `LaterTexts`. */
export function useLaterTexts(): AllTexts {
  const early = useTexts();
  const later = useContext(LaterTextsContext);
  if (!later) throw new Error("useLaterTexts needs LaterTexts above it");
  return useMemo(
    () => ({
      language: early.language,
      direction: early.direction,
      t: (key, values) =>
        isLater(key) ? later.t(key as LaterTextKey, values) : early.t(key as TextKey, values),
    }),
    [early, later],
  );
}
