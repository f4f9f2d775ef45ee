import { describe, expect, it } from "vitest";
import { centred, sideOf, within } from "./crop.ts";

const WIDE = { width: 400, height: 200 };

describe("a crop", () => {
  it("begins with the largest square in the middle", () => {
    expect(centred(WIDE)).toEqual({ x: 200, y: 100, zoom: 1 });
    expect(sideOf(WIDE, 1)).toBe(200);
    expect(sideOf(WIDE, 2)).toBe(100);
  });

  it("stays inside the picture", () => {
    expect(within(WIDE, { x: -50, y: 0, zoom: 1 })).toEqual({ x: 100, y: 100, zoom: 1 });
    expect(within(WIDE, { x: 999, y: 999, zoom: 2 })).toEqual({ x: 350, y: 150, zoom: 2 });
    expect(within(WIDE, { x: 200, y: 100, zoom: 0.2 }).zoom).toBe(1);
    expect(within(WIDE, { x: 200, y: 100, zoom: 50 }).zoom).toBe(5);
  });
});
