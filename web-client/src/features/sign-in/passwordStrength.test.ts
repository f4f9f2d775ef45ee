import { describe, expect, it } from "vitest";
import { passwordStrength, passwordTooLong } from "./passwordStrength.ts";

describe("the strength of a password", () => {
  it.each([
    ["", "none"],
    ["tiny", "short"],
    ["password12", "weak"],
    ["aaaaaaaaaaaa", "weak"],
    ["horsebattery", "fair"],
    ["Kettle-48-moss", "good"],
    ["correct horse battery staple", "strong"],
  ])("of %j is %s", (password, strength) => {
    expect(passwordStrength(password)).toBe(strength);
  });

  it("suffers from one's own name", () => {
    expect(passwordStrength("gracehopper", ["grace"])).toBe("weak");
  });

  it("counts bytes where the server does", () => {
    expect(passwordTooLong("a".repeat(72))).toBe(false);
    expect(passwordTooLong("ä".repeat(37))).toBe(true);
  });
});
