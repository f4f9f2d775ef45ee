/** A text without case and accents, for comparing. */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

/** Whether a part of any of the texts is what was typed, case and accents aside. */
export function matches(query: string, ...texts: readonly string[]): boolean {
  const wanted = folded(query.trim());
  return texts.some((text) => folded(text).includes(wanted));
}
