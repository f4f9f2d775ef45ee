import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Call, ParticipantState } from "../protocol.ts";
import { aCall, participant } from "../testing/calls.ts";
import {
  type CallsState,
  callChanged,
  callsListed,
  dismissed,
  incomingOf,
  lineOpened,
  nextRingEnd,
  noCalls,
  noticeOf,
  RING_GRACE_MS,
  undismissed,
} from "./callStore.ts";

const NOW = 2_000;
const ringing = (state: CallsState, now = NOW) => incomingOf(state, now).map(({ id }) => id);
const mine = (state: ParticipantState, change: Partial<Call> = {}) =>
  aCall({ version: 2, participants: [participant("ann", "joined"), participant("me", state)], ...change });
const ended = (change: Partial<Call> = {}) =>
  aCall({ version: 9, end: { reason: "cancelled", at: 3_000, movedTo: null }, ...change });
const told = (...calls: Call[]) => calls.reduce(callChanged, noCalls("me"));

describe("the list of calls", () => {
  test("rings while one is rung, on every device that has not answered", () => {
    expect(ringing(told(aCall()))).toEqual(["call-1"]);
    expect(ringing(told(mine("joined")))).toEqual([]);
    expect(ringing(dismissed(told(aCall()), "call-1"))).toEqual([]);
    expect(ringing(undismissed(dismissed(told(aCall()), "call-1"), "call-1"))).toEqual(["call-1"]);
  });

  test("stops ringing by itself when the server cannot say so", () => {
    const state = told(aCall());
    const end = nextRingEnd(incomingOf(state, NOW));
    expect(end).toBe(46_000 + RING_GRACE_MS);
    expect(ringing(state, (end ?? 0) - 1)).toEqual(["call-1"]);
    expect(ringing(state, end ?? 0)).toEqual([]);
    expect(nextRingEnd([])).toBeNull();
  });

  test("a call that is not in the list is over, unless it was told after the list was made", () => {
    const before = lineOpened(told(aCall(), aCall({ id: "call-2" })));
    const state = callsListed(callChanged(before, aCall({ id: "call-3" })), [aCall({ id: "call-2" })]);
    expect([...state.calls.keys()].toSorted()).toEqual(["call-2", "call-3"]);
  });

  test("an older list does not bring back what is over", () => {
    expect(ringing(callsListed(told(aCall(), ended()), [aCall({ version: 3 })]))).toEqual([]);
  });

  test("the oldest rings first", () => {
    expect(
      ringing(told(aCall({ id: "new", startedAt: 1_500 }), aCall({ id: "old", startedAt: 500 }))),
    ).toEqual(["old", "new"]);
  });

  test("no order and no repetition of frames leaves a ring behind, or a call that is over", () => {
    const states: ParticipantState[] = ["ringing", "joined", "declined", "unanswered", "busy", "left"];
    const history = fc.array(fc.constantFrom(...states), { minLength: 1, maxLength: 6 });
    const frames = fc.tuple(history, history).chain(([one, two]) => {
      const all = [one, two].flatMap((list, n) => [
        ...list.map((state, i) => mine(state, { id: `call-${n}`, version: i + 1 })),
        ended({ id: `call-${n}`, version: list.length + 1 }),
      ]);
      const more = fc.array(fc.constantFrom(...all), { maxLength: 10 });
      return more.chain((again) =>
        fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }),
      );
    });
    fc.assert(
      fc.property(frames, fc.array(fc.nat(20)), (order, reconnects) => {
        const state = order.reduce((held, call, i) => {
          const opened = reconnects.includes(i) ? lineOpened(held) : held;
          return callChanged(opened, call);
        }, noCalls("me"));
        expect(state.calls.size).toBe(0);
        expect(ringing(state)).toEqual([]);
      }),
    );
  });

  test("of all versions told, the highest is shown", () => {
    const versions = fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1 });
    fc.assert(
      fc.property(versions, (order) => {
        const state = told(...order.map((version) => aCall({ version })));
        expect(state.calls.get("call-1")?.version).toBe(Math.max(...order));
      }),
    );
  });
});

describe("what the person is told once", () => {
  const notice = (before: CallsState, call: Call) => noticeOf(before, call)?.type ?? null;

  test("answered or declined on another device", () => {
    expect(notice(told(aCall()), mine("joined"))).toBe("answeredElsewhere");
    expect(notice(told(aCall()), mine("declined"))).toBe("declinedElsewhere");
  });

  test("nothing of what was done here", () => {
    const answered = dismissed(told(aCall()), "call-1");
    expect(notice(answered, mine("joined"))).toBeNull();
    expect(notice(answered, mine("declined"))).toBeNull();
  });

  test("missed: in vain, given up, or called while in another call", () => {
    expect(notice(told(aCall()), mine("unanswered"))).toBe("missed");
    expect(notice(told(aCall()), ended())).toBe("missed");
    expect(notice(noCalls("me"), mine("busy"))).toBe("missed");
  });

  test("each only once", () => {
    const before = told(aCall(), mine("unanswered"));
    expect(notice(before, mine("unanswered"))).toBeNull();
    expect(notice(before, ended())).toBeNull();
    expect(notice(told(aCall(), ended()), mine("unanswered"))).toBeNull();
  });

  test("not about one's own calls", () => {
    expect(notice(noCalls("ann"), mine("busy"))).toBeNull();
  });
});
