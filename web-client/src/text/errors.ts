import { ApiError, type ClientErrorCode } from "../core/index.ts";
import { useTexts } from "./TextsContext.ts";
import type { Texts } from "./texts.ts";

/** The sentence for an error code. Every code has one: a missing text does not compile. */
export function errorTextOf({ t }: Texts, code: ClientErrorCode): string {
  return t(`error.${code}`);
}

/** Turns what an action rejected with into a sentence for the person. */
export function useErrorText(): (failure: unknown) => string {
  const texts = useTexts();
  return (failure) => {
    if (!(failure instanceof ApiError)) return texts.t("error.unknown");
    const text = errorTextOf(texts, failure.code);
    if (failure.retryAfterMs === null) return text;
    return `${text} ${texts.t("error.retryIn", { seconds: Math.ceil(failure.retryAfterMs / 1000) })}`;
  };
}
