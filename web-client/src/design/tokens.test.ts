// @vitest-environment node
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { tokensCss } from "../../tooling/tokens.mjs";

type Tokens = { color: Record<string, { $value: string } | Record<string, { $value: string }>> };

function roles(theme: string): Map<string, string> {
  const { color } = JSON.parse(
    readFileSync(`../shared-protocol/design/tokens/color.${theme}.json`, "utf8"),
  ) as Tokens;
  const flat = new Map<string, string>();
  for (const [role, token] of Object.entries(color)) {
    if (typeof token !== "object") continue;
    if (typeof token.$value === "string") flat.set(role, token.$value);
    else
      for (const [n, inner] of Object.entries(token))
        flat.set(`${role}-${n}`, (inner as { $value: string }).$value);
  }
  return flat;
}

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const SURFACES = ["surface", "surface-sunken", "surface-raised", "surface-hover", "surface-selected"];
const on = (texts: string[], grounds: string[]) =>
  texts.flatMap((text) => grounds.map((ground) => [text, ground]));
const writers = Array.from({ length: 10 }, (_, n) => `writer-${n}`);
const avatars = Array.from({ length: 10 }, (_, n) => `avatar-${n}`);

const READ_AS_TEXT = [
  ...on(["text", "text-muted", "accent-text", "danger"], [...SURFACES, "surface-field"]),
  ...on(["positive", "warning"], ["surface", "surface-sunken", "surface-raised"]),
  ...on(writers, ["bubble-other", "surface"]),
  ...on(["on-avatar"], avatars),
  ...on(["on-accent"], ["accent", "accent-hover"]),
  ...on(["on-bubble-own", "on-bubble-own-muted"], ["bubble-own", "bubble-own-sunken"]),
  ...on(["on-bubble-other", "on-bubble-other-muted"], ["bubble-other", "bubble-other-sunken"]),
  ["accent-text", "bubble-other"],
  ["accent-text", "accent-soft"],
  ["on-inverse", "surface-inverse"],
  ["on-badge", "badge"],
  ["on-badge-muted", "badge-muted"],
  ["on-danger", "danger-fill"],
  ["danger", "danger-soft"],
  ["warning", "warning-soft"],
];
const SEEN_AS_SHAPE = [
  ...on(["outline-strong", "presence", "focus"], ["surface", "surface-sunken", "surface-raised"]),
];

describe.each(["light", "dark"])("the %s colours", (theme) => {
  const colours = roles(theme);
  const below = (pairs: string[][], limit: number) =>
    pairs
      .map(([a = "", b = ""]) => ({
        pair: `${a} on ${b}`,
        is: contrast(colours.get(a) ?? "", colours.get(b) ?? ""),
      }))
      .filter(({ is }) => !(is >= limit));

  it("are read at 4.5:1 or better", () => {
    expect(below(READ_AS_TEXT, 4.5)).toEqual([]);
  });

  it("are seen as shapes at 3:1 or better", () => {
    expect(below(SEEN_AS_SHAPE, 3)).toEqual([]);
  });
});

it("the style sheet is what the tokens say", async () => {
  expect(readFileSync("src/design/tokens.generated.css", "utf8")).toBe(await tokensCss());
});
