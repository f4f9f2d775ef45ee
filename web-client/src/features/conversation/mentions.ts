import type { Person } from "../../core/protocol.ts";
import { matches } from "../people/matches.ts";

const MOST_CANDIDATES = 6;

/** What of the text before the caret is a mention being typed: where its "@" is and what follows it. */
export function mentionBeing(
  text: string,
  caret: number,
): { readonly start: number; readonly query: string } | null {
  const found = /(?:^|[\s(])@([\p{L}\p{N}._-]*)$/u.exec(text.slice(0, caret));
  if (!found) return null;
  const query = found[1] ?? "";
  return { start: caret - query.length - 1, query };
}

/** Who may be meant, those whose name begins with it first. */
export function candidatesFor(query: string, people: readonly Person[]): readonly Person[] {
  const found = people.filter((person) => matches(query, person.username, person.displayName));
  const begins = (person: Person) => person.username.startsWith(query.toLowerCase());
  return [...found.filter(begins), ...found.filter((person) => !begins(person))].slice(0, MOST_CANDIDATES);
}

/** The ids of those members whom the text names as @username. */
export function mentionedIn(text: string, people: readonly Person[]): readonly string[] {
  const named = new Set(
    [...text.matchAll(/(?<![\p{L}\p{N}_.-])@([a-z0-9][a-z0-9._-]*)/gu)].flatMap((match) => {
      const name = match[1] ?? "";
      // "@ada." at the end of a sentence is ada, unless somebody is called "ada.".
      return [name, name.replace(/[.-]+$/, "")];
    }),
  );
  return people.filter((person) => named.has(person.username)).map((person) => person.id);
}
