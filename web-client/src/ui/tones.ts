/** How many colours people are told apart by; the tokens have as many. */
const TONES = 10;

/** The colour of a person or group: always the same for the same id (FNV-1a over its characters). */
export function toneOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0) % TONES;
}

/** One or two letters that stand for a name: "Ada Lovelace" gives "AL". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = firstLetter(words[0] ?? "");
  const last = words.length > 1 ? firstLetter(words[words.length - 1] ?? "") : "";
  return (first + last).toLocaleUpperCase() || "?";
}

function firstLetter(word: string): string {
  const found = word.match(/[\p{L}\p{N}]\p{M}*/u) ?? word.match(/./u);
  return found?.[0] ?? "";
}
