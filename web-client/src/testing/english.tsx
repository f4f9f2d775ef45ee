import type { ReactElement } from "react";
import english from "../../../shared-protocol/texts/en.json?messages";
import { TextsProvider } from "../text/TextsContext.ts";
import { type Catalogue, textsOf } from "../text/texts.ts";

export const ENGLISH = textsOf("en", english as Catalogue);

/** The element with the English texts around it. */
export function inEnglish(element: ReactElement): ReactElement {
  return <TextsProvider value={ENGLISH}>{element}</TextsProvider>;
}
