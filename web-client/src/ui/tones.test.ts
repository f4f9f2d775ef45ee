import { describe, expect, it } from "vitest";
import { initialsOf, toneOf } from "./tones.ts";

describe("initials", () => {
  it.each([
    ["Ada Lovelace", "AL"],
    ["ada", "A"],
    ["Jean-Luc de la Tour", "JT"],
    ["  münster ", "M"],
    ["محمد علي", "مع"],
    ["🦊 Fox", "🦊F"],
    ["", "?"],
  ])("of %j are %j", (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe("tones", () => {
  it("stay the same for an id and stay within the palette", () => {
    const tones = Array.from({ length: 200 }, (_, n) => toneOf(`person-${n}`));
    expect(tones).toEqual(Array.from({ length: 200 }, (_, n) => toneOf(`person-${n}`)));
    expect(Math.min(...tones)).toBe(0);
    expect(Math.max(...tones)).toBe(9);
  });
});
