import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tileOf } from "../../../testing/fakeCalls.ts";
import { type Corner, cornerAt, gridLayout, mainOf, type Place, speakerLayout, viewOf } from "./layout.ts";
import { moved } from "./useDrag.ts";

const STAGE = { width: 1280, height: 720 };
const PHONE = { width: 390, height: 844 };
const people = (count: number) => [
  ...Array.from({ length: count - 1 }, (_, at) => tileOf(`person-${at}`)),
  tileOf("me"),
];
const overlaps = (a: Place, b: Place) =>
  a.x < b.x + b.width - 0.5 &&
  b.x < a.x + a.width - 0.5 &&
  a.y < b.y + b.height - 0.5 &&
  b.y < a.y + a.height - 0.5;

describe("the grid", () => {
  it("shows everybody, in order, of one size, beside each other and within the width", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 320, max: 2560 }),
        fc.integer({ min: 400, max: 1440 }),
        (count, width, height) => {
          const tiles = people(count);
          const { places, height: all } = gridLayout(tiles, { width, height });
          const shown = tiles.map(({ id }) => places.get(id)).filter((place) => place !== undefined);
          expect(shown).toHaveLength(count);
          expect(new Set(shown.map((place) => Math.round(place.width))).size).toBe(1);
          for (const [at, place] of shown.entries()) {
            expect(place.x).toBeGreaterThanOrEqual(0);
            expect(place.x + place.width).toBeLessThanOrEqual(width + 0.5);
            expect(place.y + place.height).toBeLessThanOrEqual(all + 0.5);
            const next = shown[at + 1];
            if (next) expect(next.y > place.y || next.x > place.x).toBe(true);
            for (const other of shown.slice(at + 1)) expect(overlaps(place, other)).toBe(false);
          }
        },
      ),
    );
  });

  it("keeps tiles wide enough for a face and scrolls instead", () => {
    const { places, height } = gridLayout(people(50), STAGE);
    expect(places.get("me")?.width).toBeGreaterThanOrEqual(168);
    expect(height).toBeGreaterThan(STAGE.height);
  });
});

describe("one large", () => {
  const tiles = people(2);

  it("fills everything between two, with oneself in the chosen corner", () => {
    const { places } = speakerLayout({ tiles, mainId: "person-0", corner: "topStart", stage: STAGE });
    expect(places.get("person-0")).toMatchObject({ x: 0, y: 0, ...STAGE });
    const self = places.get("me");
    expect(self?.role).toBe("self");
    expect(self?.x).toBeLessThan(STAGE.width / 2);
    expect(self?.y).toBeLessThan(STAGE.height / 2);
  });

  it("never covers a screen with a strip, and says how many found no room", () => {
    const screen = tileOf("person-0", { id: "person-0:screen", screen: true });
    for (const stage of [STAGE, PHONE]) {
      const all = [screen, ...people(20)];
      const layout = speakerLayout({ tiles: all, mainId: screen.id, corner: "bottomEnd", stage });
      const main = layout.places.get(screen.id);
      const strip = [...layout.places.values()].filter(({ role }) => role === "strip");
      expect(main?.role).toBe("main");
      expect(strip.length).toBeGreaterThan(0);
      for (const place of strip) expect(main && overlaps(main, place)).toBe(false);
      expect(layout.rest?.count).toBe(19 - strip.length);
    }
  });
});

describe("who is large", () => {
  const tiles = [tileOf("ada"), tileOf("ben"), tileOf("me")];
  const input = { tiles, speaking: [], pinned: null, before: null };

  it("is who speaks, and stays so until somebody else does", () => {
    expect(mainOf({ ...input, speaking: ["ben", "ada"] })).toBe("ben");
    expect(mainOf({ ...input, before: "ben" })).toBe("ben");
    expect(mainOf({ ...input, speaking: ["ada"], before: "ben" })).toBe("ada");
  });

  it("is never oneself while others are there", () => {
    expect(mainOf({ ...input, speaking: ["me"] })).toBe("ada");
    expect(mainOf({ ...input, tiles: [tileOf("me")], speaking: ["me"] })).toBe("me");
  });

  it("is a screen before who speaks, and who was chosen before both", () => {
    const shared = [tileOf("ada", { id: "ada:screen", screen: true }), ...tiles];
    expect(mainOf({ ...input, tiles: shared, speaking: ["ben"] })).toBe("ada:screen");
    expect(mainOf({ ...input, tiles: shared, speaking: ["ben"], pinned: "ben" })).toBe("ben");
    expect(mainOf({ ...input, tiles: shared, pinned: "gone" })).toBe("ada:screen");
  });
});

describe("the view", () => {
  it("is one large between two and with a screen, otherwise all alike, unless one chose", () => {
    expect(viewOf(people(2), null)).toBe("speaker");
    expect(viewOf(people(3), null)).toBe("grid");
    expect(viewOf([tileOf("a", { screen: true }), ...people(3)], null)).toBe("speaker");
    expect(viewOf(people(3), "speaker")).toBe("speaker");
    expect(viewOf(people(1), "grid")).toBe("speaker");
  });
});

describe("the own picture", () => {
  it("goes to the corner that it is dropped nearest to", () => {
    expect(cornerAt(10, 10, STAGE)).toBe("topStart");
    expect(cornerAt(1200, 700, STAGE)).toBe("bottomEnd");
  });

  it("moves with the arrow keys, the way they point in either direction of text", () => {
    const from: Corner = "bottomEnd";
    expect(moved(from, "ArrowUp", false)).toBe("topEnd");
    expect(moved(from, "ArrowLeft", false)).toBe("bottomStart");
    expect(moved(from, "ArrowLeft", true)).toBe("bottomEnd");
    expect(moved(from, "ArrowRight", true)).toBe("bottomStart");
    expect(moved(from, "x", false)).toBe(from);
  });
});
