import { expect, it } from "vitest";
import { tileOf } from "../../../testing/fakeCalls.ts";
import { handsOf } from "./useHands.ts";

const up = (...ids: string[]) => ["ada", "ben", "clara"].map((id) => tileOf(id, { hand: ids.includes(id) }));

it("hands stand in the order in which they were raised, and whoever raises again comes last", () => {
  let hands = handsOf([], up("clara"));
  hands = handsOf(hands, up("clara", "ada"));
  expect(hands).toEqual(["clara", "ada"]);
  hands = handsOf(hands, up("ada", "ben"));
  expect(hands).toEqual(["ada", "ben"]);
  expect(handsOf(hands, up("ada", "ben", "clara"))).toEqual(["ada", "ben", "clara"]);
});
