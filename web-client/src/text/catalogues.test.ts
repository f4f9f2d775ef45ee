// @vitest-environment node
import { readFileSync } from "node:fs";
import { parse } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "./texts.ts";

type Node = { type: number; value?: string; options?: Record<string, { value: Node[] }> };
const PLURAL = 6;

function catalogue(language: string): Record<string, string> {
  return JSON.parse(readFileSync(`../shared-protocol/texts/${language}.json`, "utf8"));
}

function nodesOf(message: string): Node[] {
  const inner = (nodes: Node[]): Node[] =>
    nodes.flatMap((node) => [node, ...Object.values(node.options ?? {}).flatMap((o) => inner(o.value))]);
  return inner(parse(message, { ignoreTag: true }) as Node[]);
}

function placeholdersOf(message: string): string[] {
  const named = nodesOf(message).filter((node) => node.type !== 0 && node.type !== 7);
  return [...new Set(named.map((node) => String(node.value)))].sort();
}

describe("the text catalogues", () => {
  const english = catalogue("en");

  for (const { id } of LANGUAGES) {
    const texts = catalogue(id);

    it(`${id} has the same texts as English`, () => {
      expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
    });

    it(`${id} fills the same placeholders as English`, () => {
      const differing = Object.keys(english).filter(
        (key) => placeholdersOf(texts[key] ?? "").join() !== placeholdersOf(english[key] ?? "").join(),
      );
      expect(differing).toEqual([]);
    });

    it(`${id} has every plural form that its language asks for`, () => {
      const forms = new Intl.PluralRules(id).resolvedOptions().pluralCategories;
      for (const [key, message] of Object.entries(texts)) {
        for (const plural of nodesOf(message).filter((node) => node.type === PLURAL)) {
          const given = Object.keys(plural.options ?? {});
          if (given.length === 1) continue;
          expect(
            forms.filter((form) => !given.includes(form)),
            key,
          ).toEqual([]);
        }
      }
    });

    it(`${id} has no exclamation marks`, () => {
      expect(Object.entries(texts).filter(([, message]) => message.includes("!"))).toEqual([]);
    });
  }
});
