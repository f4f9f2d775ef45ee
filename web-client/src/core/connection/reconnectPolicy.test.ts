import fc from "fast-check";
import { expect, test } from "vitest";
import { backOff, hurried } from "./reconnectPolicy.ts";

test("the wait doubles from half a second to thirty, and is anything below that", () => {
  const longest = backOff(() => 0.999_999);
  expect([0, 1, 2, 3].map((failures) => Math.ceil(longest.delay(failures) / 100) * 100)).toEqual([
    500, 1_000, 2_000, 4_000,
  ]);
  fc.assert(
    fc.property(
      fc.nat(10_000),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (failures, fraction) => {
        const delay = backOff(() => fraction).delay(failures);
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(30_000);
      },
    ),
  );
  expect(backOff(() => 0).delay(9)).toBe(0);
});

test("who is in a call comes back soon", () => {
  let urgent = false;
  const policy = hurried(
    backOff(() => 0.999_999),
    () => urgent,
  );
  expect(policy.delay(9)).toBeGreaterThan(20_000);
  urgent = true;
  expect(policy.delay(9)).toBe(2_000);
  expect(policy.delay(0)).toBeLessThan(500);
});
