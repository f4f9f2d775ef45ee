import { LIMITS } from "../../core/index.ts";

export type Strength = "none" | "short" | "weak" | "fair" | "good" | "strong";

const COMMON = /pass|word|1234|qwert|asdf|letme|admin|welcome|iloveyou|abcd|0000|1111|chatcall/i;

/**
 * How hard a password is to guess, judged by its length, by how varied its characters are, and by what everybody uses.
 * Advice only: the server asks for nothing but the length.
 *
 * @param others the person's user name, name and email, which make a bad password
 */
export function passwordStrength(password: string, others: readonly string[] = []): Strength {
  const characters = [...password];
  if (characters.length === 0) return "none";
  if (characters.length < LIMITS.PASSWORD_MIN) return "short";
  const repeated = 1 - new Set(characters.map((c) => c.toLowerCase())).size / characters.length;
  const known = others.some(
    (other) => other.length >= 4 && password.toLowerCase().includes(other.toLowerCase()),
  );
  let score = characters.length;
  if (COMMON.test(password)) score -= 5;
  if (known) score -= 6;
  if (repeated > 0.6) score -= 8;
  score += kindsOf(password);
  if (score < 11) return "weak";
  if (score < 15) return "fair";
  if (score < 20) return "good";
  return "strong";
}

function kindsOf(password: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
}

/** The server takes no more bytes than this: beyond, a password would be cut. */
export function passwordTooLong(password: string): boolean {
  return new TextEncoder().encode(password).length > LIMITS.PASSWORD_MAX_BYTES;
}
