import fc from "fast-check";
import { expect, test } from "vitest";
import type { Message } from "../protocol.ts";
import { insert, RANGE_MAX, type Range, rangeWith, replace, trim } from "./ranges.ts";

function message(seq: number, change = seq): Message {
  const body = { type: "text" as const, text: "", mentions: [] };
  return { conversationId: "c", id: `m${seq}`, seq, change, senderId: "ann", sentAt: 0, body };
}

const seqs = (ranges: readonly Range[]) => ranges.map((range) => range.map(({ seq }) => seq));
const many = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => message(from + i));

test("pages that touch become one range, others stay apart", () => {
  const apart = insert(insert([], many(1, 2)), many(4, 5));
  expect(seqs(apart)).toEqual([
    [1, 2],
    [4, 5],
  ]);
  expect(seqs(insert(apart, [message(3)]))).toEqual([[1, 2, 3, 4, 5]]);
});

test("whatever is put in, in whatever order, the ranges are ascending, without holes, and hold each message once", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 10 })), (batches) => {
      const ranges = batches.reduce<readonly Range[]>(
        (held, batch) =>
          insert(
            held,
            batch.map((seq) => message(seq)),
          ),
        [],
      );
      expect(ranges.flat().map(({ seq }) => seq)).toEqual([...new Set(batches.flat())].sort((a, b) => a - b));
      for (const range of ranges)
        expect(range.length).toBe((range.at(-1)?.seq ?? 0) - (range[0]?.seq ?? 0) + 1);
      for (const [i, range] of ranges.slice(1).entries()) {
        expect(range[0]?.seq).toBeGreaterThan((ranges[i]?.at(-1)?.seq ?? 0) + 1);
      }
    }),
  );
});

test("the later version of a message stays", () => {
  const held = insert([], [message(1, 5)]);
  expect(rangeWith(insert(held, [message(1, 4)]), 1)?.[0]?.change).toBe(5);
  expect(rangeWith(insert(held, [message(1, 6)]), 1)?.[0]?.change).toBe(6);
});

test("replacing adds nothing", () => {
  expect(seqs(replace(insert([], many(1, 2)), [message(2, 9), message(3, 9)]))).toEqual([[1, 2]]);
});

test("a range is cut at the end that is not on screen", () => {
  const ranges = insert([], many(1, RANGE_MAX + 10));
  const [range = []] = ranges;
  expect(trim(ranges, range, "oldest")[0]?.at(-1)?.seq).toBe(RANGE_MAX);
  expect(trim(ranges, range, "newest")[0]?.[0]?.seq).toBe(11);
});
