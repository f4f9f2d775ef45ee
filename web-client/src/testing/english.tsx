import type { ReactElement } from "react";
import later from "../../../shared-protocol/texts/en.json?later";
import english from "../../../shared-protocol/texts/en.json?messages";
import { LaterTextsProvider } from "../text/LaterTexts.tsx";
import { TextsProvider } from "../text/TextsContext.ts";
import { type Catalogue, type LaterTextKey, textsOf } from "../text/texts.ts";

export const ENGLISH = textsOf("en", english as Catalogue);
const LATER_ENGLISH = textsOf("en", later as Catalogue<LaterTextKey>);

/** The element with all English texts around it. */
export function inEnglish(element: ReactElement): ReactElement {
  return (
    <TextsProvider value={ENGLISH}>
      <LaterTextsProvider value={LATER_ENGLISH}>{element}</LaterTextsProvider>
    </TextsProvider>
  );
}
