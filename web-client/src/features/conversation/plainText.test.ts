import { describe, expect, it } from "vitest";
import { plainText } from "./plainText.ts";

describe("the plain line of a message", () => {
  it.each([
    ["**bold** and *slanted* and `code`", "bold and slanted and code"],
    ["> quoted\nanswer", "quoted answer"],
    ["- one\n- two", "one two"],
    ["```ts\nlet a = 1;\n```", "let a = 1; ```".replace(" ```", "")],
    ["see [the page](https://example.org/a)", "see the page"],
    ["snake_case_name stays", "snake_case_name stays"],
    ["2 * 3 * 4", "2 * 3 * 4"],
  ])("%j is %j", (markdown, line) => {
    expect(plainText(markdown)).toBe(line);
  });
});
